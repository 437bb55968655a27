namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>The schema of a table, and the sums of its numbers by which a reader checks that all of it came over.</summary>
/// <param name="Sums">Sum of each column of whole or real numbers, empty cells left out.</param>
public sealed record SnapshotTableSummary(
    string Name, string Description, int Rows, IReadOnlyList<SnapshotColumn> Columns, IReadOnlyDictionary<string, double> Sums);
