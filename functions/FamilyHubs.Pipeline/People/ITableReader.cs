using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>Takes what it needs from the rows of one table, batch by batch. Used by one thread.</summary>
public interface ITableReader
{
    /// <summary>Name of the table, e.g. <c>SRCode</c>.</summary>
    string Table { get; }

    /// <summary>The columns it reads.</summary>
    IReadOnlyList<ColumnDefinition> Columns { get; }

    /// <summary>Takes a batch; its columns are at least <see cref="Columns"/>.</summary>
    void Read(ColumnSet rows);
}
