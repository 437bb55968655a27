using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A table of a snapshot with its rows.</summary>
/// <param name="Name">Name of its files without ending.</param>
/// <param name="Description">What a row is, for the data dictionary.</param>
/// <param name="Columns">Columns in order. Later versions may add some at the end, and never take one away or give it another meaning.</param>
/// <param name="Rows">The rows.</param>
public sealed record SnapshotTable(string Name, string Description, IReadOnlyList<SnapshotColumn> Columns, ColumnSet Rows);
