using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Looks keys up in one version of a table, reading only the two key columns of the files that can hold them.</summary>
internal sealed class KeyLookup(DataFiles files, TableState state)
{
    public async Task<IReadOnlySet<(long Id, string Organisation)>> RunAsync(
        IReadOnlySet<(long Id, string Organisation)> keys, CancellationToken cancel)
    {
        var found = new HashSet<(long, string)>();
        var columns = state.Schema.Select([LakeNames.Row, LakeNames.Organisation]);
        foreach (var file in state.Files.Where(f => keys.Any(k => k.Id >= f.FirstLead && k.Id <= f.LastLead)))
        {
            await foreach (var rows in files.ReadAsync(file, columns, cancel).ConfigureAwait(false))
            {
                var ids = rows.Integers(LakeNames.Row);
                var organisations = rows.Texts(LakeNames.Organisation);
                for (var row = 0; row < rows.RowCount; row++)
                {
                    var key = (ids.Values[row], organisations.Values[row] ?? string.Empty);
                    if (keys.Contains(key))
                    {
                        found.Add(key);
                    }
                }
            }
        }

        return found;
    }
}
