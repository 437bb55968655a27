using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>Takes the accepted rows of one table, in file order.</summary>
public interface ITableSink
{
    /// <param name="rows">Rows of the contract's staged schema. The caller reuses the set once the task has completed.</param>
    /// <param name="cancel">Cancels.</param>
    ValueTask AddAsync(ColumnSet rows, CancellationToken cancel);
}
