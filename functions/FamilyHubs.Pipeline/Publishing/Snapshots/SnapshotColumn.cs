using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A column of a snapshot's table.</summary>
/// <param name="Name">Lower case with underscores, so that no program needs quotes.</param>
/// <param name="Type">Type in Parquet.</param>
/// <param name="Description">For the data dictionary.</param>
/// <param name="Kind">Whether it tells rows apart, says something of a figure, or where the figure comes from.</param>
public sealed record SnapshotColumn(string Name, ColumnType Type, string Description, SnapshotColumnKind Kind = SnapshotColumnKind.Figure);
