using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Makes a table of figures by its fields, with where and when they come from at both ends of each row.</summary>
internal static class SnapshotTableBuilder
{
    /// <param name="name">Name of the table.</param>
    /// <param name="description">What a row is.</param>
    /// <param name="figures">The figures, each with its origin.</param>
    /// <param name="fields">The fields of its own.</param>
    public static SnapshotTable Build<T>(
        string name, string description, IEnumerable<(T Figure, SnapshotOrigin Origin)> figures, IReadOnlyList<SnapshotField<T>> fields)
    {
        (SnapshotColumn Column, Func<T, SnapshotOrigin, object?> Cell)[] all =
        [
            (new SnapshotColumn("area", ColumnType.Text, "Area, as in the address of the snapshot.", SnapshotColumnKind.Key), (_, origin) => origin.Area),
            (new SnapshotColumn("month", ColumnType.Text, "Month of the snapshot, yyyy-MM.", SnapshotColumnKind.Key), (_, origin) => origin.Month),
            .. fields.Select(field => (field.Column, (Func<T, SnapshotOrigin, object?>)((figure, _) => field.Cell(figure)))),
            (Origin("definition_version", "Version of the area's definitions."), (_, origin) => origin.DefinitionVersion),
            (Origin("extract", "SystmOne extract that the figure was computed from."), (_, origin) => origin.Extract),
            (Origin("run_id", "The computation."), (_, origin) => origin.Run),
            (new SnapshotColumn("computed_at", ColumnType.DateTime, "When it was computed, UTC.", SnapshotColumnKind.Origin), (_, origin) => origin.ComputedAt),
        ];
        SnapshotColumn[] columns = [.. all.Select(column => column.Column)];
        var schema = new TableSchema(
            name, columns.Select(column => new ColumnDefinition(column.Name, column.Type)), columns.Where(column => column.Kind == SnapshotColumnKind.Key).Select(column => column.Name));
        var rows = new ColumnSet(schema);
        foreach (var (figure, origin) in figures)
        {
            for (var number = 0; number < all.Length; number++)
            {
                Append(rows.Columns[number], all[number].Cell(figure, origin));
            }
        }

        return new SnapshotTable(name, description, columns, rows);
    }

    private static SnapshotColumn Origin(string name, string description) => new(name, ColumnType.Text, description, SnapshotColumnKind.Origin);

    private static void Append(Column column, object? cell)
    {
        switch (column, cell)
        {
            case (_, null):
                column.AppendNull();
                break;
            case (TextColumn texts, string text):
                texts.Append(text);
                break;
            case (ValueColumn<long> integers, long integer):
                integers.Append(integer);
                break;
            case (ValueColumn<double> numbers, double number):
                numbers.Append(number);
                break;
            case (ValueColumn<bool> flags, bool flag):
                flags.Append(flag);
                break;
            case (ValueColumn<DateOnly> days, DateOnly day):
                days.Append(day);
                break;
            case (ValueColumn<DateTime> times, DateTime time):
                times.Append(time);
                break;
            default:
                throw new InvalidOperationException($"Column {column.Name} cannot hold a {cell.GetType().Name}.");
        }
    }
}
