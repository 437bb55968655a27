using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A column and how its cells come from a figure of the report.</summary>
internal sealed record SnapshotField<T>(SnapshotColumn Column, Func<T, object?> Cell)
{
    public static SnapshotField<T> Key(string name, string description, Func<T, string?> cell) =>
        new(new SnapshotColumn(name, ColumnType.Text, description, SnapshotColumnKind.Key), cell);

    public static SnapshotField<T> Label(string name, string description, Func<T, string?> cell) =>
        new(new SnapshotColumn(name, ColumnType.Text, description, SnapshotColumnKind.Label), cell);

    public static SnapshotField<T> Text(string name, string description, Func<T, string?> cell) => new(new SnapshotColumn(name, ColumnType.Text, description), cell);

    public static SnapshotField<T> Count(string name, string description, Func<T, long?> cell) => new(new SnapshotColumn(name, ColumnType.Integer, description), row => cell(row));

    public static SnapshotField<T> Number(string name, string description, Func<T, double?> cell) => new(new SnapshotColumn(name, ColumnType.Number, description), row => cell(row));

    public static SnapshotField<T> Day(string name, string description, Func<T, DateOnly?> cell) =>
        new(new SnapshotColumn(name, ColumnType.Date, description, SnapshotColumnKind.Label), row => cell(row));

    public static SnapshotField<T> Suppressed(Func<T, bool> cell) => new(
        new SnapshotColumn("suppressed", ColumnType.Boolean, "True when disclosure control took figures out of the row: they are empty, and were not zero."), row => cell(row));
}
