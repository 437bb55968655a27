namespace FamilyHubs.Pipeline.Ledger;

/// <summary>Which versions of an area's lake tables are in use, by the ledger.</summary>
public sealed class PinnedVersions
{
    private readonly Dictionary<string, HashSet<long>> _versions = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, long> _current;

    /// <param name="extracts">The ledger of extracts.</param>
    /// <param name="runs">The ledger of runs.</param>
    /// <param name="historyFrom">What was committed since then can be read again.</param>
    /// <param name="publishedFrom">What was published since then can be made again.</param>
    public PinnedVersions(IReadOnlyList<ExtractEntry> extracts, IReadOnlyList<RunEntry> runs, DateTimeOffset historyFrom, DateTimeOffset publishedFrom)
    {
        var committed = new CommittedExtracts(extracts);
        _current = committed.CurrentPins;
        foreach (var entry in extracts.Where(e => e.State == ExtractState.Done && e.UpdatedAt >= historyFrom))
        {
            Add(entry.Pins);
        }

        foreach (var batch in extracts.Where(e => e.IsBatch && (e.UpdatedAt >= historyFrom || e.Extract == committed.Newest?.Extract)))
        {
            Add(committed.PinsOf(batch));
        }

        foreach (var run in runs.Where(r => r.State != RunState.Refused && r.ComputedAt >= publishedFrom))
        {
            Add(run.Pins);
        }
    }

    /// <summary>Whether a version is in use, or so new that nothing pins it yet.</summary>
    public bool Contains(string table, long version) =>
        version >= _current.GetValueOrDefault(table, -1) || (_versions.TryGetValue(table, out var pinned) && pinned.Contains(version));

    private void Add(IReadOnlyDictionary<string, long> pins)
    {
        foreach (var (table, version) in pins)
        {
            if (!_versions.TryGetValue(table, out var pinned))
            {
                _versions[table] = pinned = [];
            }

            pinned.Add(version);
        }
    }
}
