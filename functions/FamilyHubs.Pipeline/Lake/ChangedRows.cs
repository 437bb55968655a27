using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Compares the rows of some keys in two versions of a table. A file that both have is not read.</summary>
internal sealed class ChangedRows(DataFiles files, IReadOnlySet<(long Id, string Organisation)> keys)
{
    public async Task<IReadOnlySet<(long Id, string Organisation)>> RunAsync(TableState? before, TableState? after, CancellationToken cancel)
    {
        if ((after ?? before)?.Schema is not { } schema)
        {
            return new HashSet<(long, string)>();
        }

        var both = (before?.Files ?? []).Select(f => f.Path).Intersect((after?.Files ?? []).Select(f => f.Path), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var (old, young) = (await ReadAsync(before, both, schema, cancel).ConfigureAwait(false), await ReadAsync(after, both, schema, cancel).ConfigureAwait(false));
        return keys.Where(key => !IsSame(old, young, key)).ToHashSet();
    }

    private static bool IsSame(
        Dictionary<(long, string), (RowWindow Window, int Row)> old, Dictionary<(long, string), (RowWindow Window, int Row)> young, (long, string) key) =>
        (old.TryGetValue(key, out var was), young.TryGetValue(key, out var isNow)) switch
        {
            (true, true) => was.Window.RowEquals(was.Row, isNow.Window, isNow.Row),
            (false, false) => true,
            _ => false,
        };

    private async Task<Dictionary<(long, string), (RowWindow Window, int Row)>> ReadAsync(
        TableState? state, HashSet<string> both, TableSchema schema, CancellationToken cancel)
    {
        var order = new KeyOrder(schema);
        var found = new Dictionary<(long, string), (RowWindow, int)>();
        foreach (var file in (state?.Files ?? []).Where(f => !both.Contains(f.Path) && keys.Any(k => k.Id >= f.FirstLead && k.Id <= f.LastLead)))
        {
            await foreach (var rows in files.ReadAsync(file, schema, cancel).ConfigureAwait(false))
            {
                var window = new RowWindow(rows, order, schema);
                var organisations = schema.IndexOf(LakeNames.Organisation) < 0 ? null : rows.Texts(LakeNames.Organisation);
                var ids = rows.Integers(LakeNames.Row);
                for (var row = 0; row < rows.RowCount; row++)
                {
                    var key = (ids.Values[row], organisations?[row] ?? string.Empty);
                    if (keys.Contains(key))
                    {
                        found[key] = (window, row);
                    }
                }
            }
        }

        return found;
    }
}
