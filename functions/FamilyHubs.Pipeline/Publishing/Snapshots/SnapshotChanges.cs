using System.Globalization;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Compares two revisions of a snapshot, both after disclosure control: what it says anybody with the two can see.</summary>
internal static class SnapshotChanges
{
    public static IReadOnlyList<SnapshotChange> Between(IReadOnlyList<SnapshotTable> before, IReadOnlyList<SnapshotTable> after) =>
        [.. after.SelectMany(table => Between(before.FirstOrDefault(former => former.Name == table.Name), table))];

    private static IEnumerable<SnapshotChange> Between(SnapshotTable? before, SnapshotTable after)
    {
        var former = before is null ? [] : RowsOf(before);
        var rows = RowsOf(after);
        foreach (var (key, row) in rows)
        {
            foreach (var change in Row(after, row, before, former.TryGetValue(key, out var old) ? old : null))
            {
                yield return change;
            }
        }

        foreach (var (_, row) in former.Where(row => !rows.ContainsKey(row.Key)))
        {
            foreach (var column in Figures(before!))
            {
                if (Text(before!.Rows[column.Name], row) is { } was)
                {
                    yield return new SnapshotChange(after.Name, Key(before, row), column.Name, was, null, null);
                }
            }
        }
    }

    private static IEnumerable<SnapshotChange> Row(SnapshotTable after, int row, SnapshotTable? before, int? old)
    {
        foreach (var column in Figures(after))
        {
            var now = after.Rows[column.Name];
            var then = before is not null && old is not null && before.Rows.Schema.IndexOf(column.Name) >= 0 ? before.Rows[column.Name] : null;
            var (was, isNow) = (then is null ? null : Text(then, old!.Value), Text(now, row));
            if (was != isNow)
            {
                yield return new SnapshotChange(
                    after.Name, Key(after, row), column.Name, was, isNow, then is null ? null : Number(now, row) - Number(then, old!.Value));
            }
        }
    }

    private static IEnumerable<SnapshotColumn> Figures(SnapshotTable table) => table.Columns.Where(column => column.Kind == SnapshotColumnKind.Figure);

    private static Dictionary<string, int> RowsOf(SnapshotTable table)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows.RowCount; row++)
        {
            rows.TryAdd(string.Join('\u001F', table.Rows.Schema.Key.Select(name => Text(table.Rows[name], row))), row);
        }

        return rows;
    }

    private static Dictionary<string, string?> Key(SnapshotTable table, int row) =>
        table.Rows.Schema.Key.Where(name => name is not ("area" or "month")).ToDictionary(name => name, name => Text(table.Rows[name], row), StringComparer.Ordinal);

    private static double? Number(Column column, int row) => column switch
    {
        ValueColumn<long> integers => integers[row],
        ValueColumn<double> numbers => numbers[row],
        _ => null,
    };

    /// <summary>A cell as text; null when it is empty.</summary>
    internal static string? Text(Column column, int row) => column switch
    {
        TextColumn texts => texts[row],
        ValueColumn<long> integers => integers[row]?.ToString(CultureInfo.InvariantCulture),
        ValueColumn<double> numbers => numbers[row]?.ToString("R", CultureInfo.InvariantCulture),
        ValueColumn<bool> flags => flags[row] is { } flag ? flag ? "true" : "false" : null,
        ValueColumn<DateOnly> days => days[row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueColumn<DateTime> times => times[row]?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => null,
    };
}
