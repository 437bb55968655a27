using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>The rules of extracts.md 3 in the plainest form: a dictionary.</summary>
internal sealed class LakeModel
{
    private readonly Dictionary<(long, string), LakeRow> _rows = [];

    public IReadOnlyList<LakeRow> Rows => [.. _rows.Values.OrderBy(row => row.Id).ThenBy(row => row.Organisation, StringComparer.Ordinal)];

    /// <summary>Applies a batch and gives the counts it should have; the version is not compared.</summary>
    public TableCommit Apply(IReadOnlyList<LakeRow> batch, MergeMode mode)
    {
        var before = _rows.Count;
        var last = new Dictionary<(long, string), LakeRow>();
        foreach (var row in batch) last[row.Key] = row;
        var organisations = batch.Select(row => row.Key.Organisation).ToHashSet();
        long inserted = 0, updated = 0, unchanged = 0, removed = 0;
        foreach (var key in _rows.Keys.ToList())
        {
            var replaced = batch.Count > 0 && (mode == MergeMode.ReplaceAll || (mode == MergeMode.ReplaceOrganisations && organisations.Contains(key.Item2)));
            if (replaced && !last.ContainsKey(key))
            {
                _rows.Remove(key);
                removed++;
            }
        }

        foreach (var (key, row) in last)
        {
            if (row.Removed)
            {
                removed += _rows.Remove(key) ? 1 : 0;
            }
            else if (!_rows.TryGetValue(key, out var known))
            {
                _rows[key] = row;
                inserted++;
            }
            else if (known == row)
            {
                unchanged++;
            }
            else
            {
                _rows[key] = row;
                updated++;
            }
        }

        return Counts(before, batch.Count, batch.Count - last.Count, inserted, updated, unchanged, removed);
    }

    public TableCommit Remove(IReadOnlySet<(long, string)> patients)
    {
        var before = _rows.Count;
        var gone = _rows.Where(row => row.Value.Patient is { } patient && patients.Contains((patient, row.Key.Item2))).Select(row => row.Key).ToList();
        gone.ForEach(key => _rows.Remove(key));
        return Counts(before, 0, 0, 0, 0, 0, gone.Count);
    }

    private TableCommit Counts(long before, long rowsIn, long duplicates, long inserted, long updated, long unchanged, long removed) =>
        new("SRTest", 0, before, rowsIn, duplicates, inserted, updated, unchanged, removed, _rows.Count, inserted + updated + removed > 0);
}
