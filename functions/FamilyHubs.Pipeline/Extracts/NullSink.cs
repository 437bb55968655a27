using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>Takes rows and forgets them: for checking a batch without storing it.</summary>
public sealed class NullSink : ITableSink
{
    public static NullSink Instance { get; } = new();

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel) => ValueTask.CompletedTask;
}
