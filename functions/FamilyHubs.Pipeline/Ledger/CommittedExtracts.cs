using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// The committed extracts of an area, and which lake versions a report reads for each. A batch's entry pins every table as
/// it stood after the batch; a return or reference file that came later, but before the next batch, is read in its own version,
/// so that a corrected postcode file applies at once and an old period is still reproduced exactly (calculations.md 1).
/// </summary>
public sealed class CommittedExtracts
{
    private readonly List<ExtractEntry> _commits;

    public CommittedExtracts(IEnumerable<ExtractEntry> entries) =>
        _commits = [.. entries.Where(e => e.State == ExtractState.Done && e.Sequence > 0).OrderBy(e => e.Sequence)];

    /// <summary>The batch committed first.</summary>
    public ExtractEntry? First => _commits.Find(e => e.IsBatch);

    /// <summary>The batch committed last.</summary>
    public ExtractEntry? Newest => _commits.LastOrDefault(e => e.IsBatch);

    /// <summary>Sequence of the last commit; 0 before the first.</summary>
    public long LastSequence => _commits.Count == 0 ? 0 : _commits[^1].Sequence;

    /// <summary>Versions of all lake tables after the last commit.</summary>
    public IReadOnlyDictionary<string, long> CurrentPins =>
        _commits.Count == 0 ? new Dictionary<string, long>(StringComparer.Ordinal) : _commits[^1].Pins;

    /// <summary>DateExtractTo of the last committed file of each table of the batches.</summary>
    public IReadOnlyDictionary<string, DateTime> LastExtractTo
    {
        get
        {
            var last = new Dictionary<string, DateTime>(StringComparer.Ordinal);
            foreach (var table in _commits.Where(e => e.IsBatch).SelectMany(e => e.Tables))
            {
                if (table.To is { } to)
                {
                    last[table.Table] = to;
                }
            }

            return last;
        }
    }

    /// <summary>Content of everything that was committed.</summary>
    public IReadOnlySet<string> ContentHashes => _commits.Select(e => e.ContentHash).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Committed full copies of a table, newest first.</summary>
    public IEnumerable<TableIngest> FullCopies(string table) =>
        _commits.Where(e => e.IsBatch).Reverse().SelectMany(e => e.Tables).Where(t => t.Table == table && !t.IsDelta);

    /// <summary>Rows of the last committed files of a table, full copies or deltas, newest first.</summary>
    public IReadOnlyList<long> RowsOfLast(string table, bool isDelta, int files) =>
        [.. _commits.Where(e => e.IsBatch).Reverse().SelectMany(e => e.Tables).Where(t => t.Table == table && t.IsDelta == isDelta).Take(files).Select(t => t.Rows)];

    /// <summary>The first batch after another that has a full copy of a table with rows; null when there is none.</summary>
    public ExtractEntry? LaterFullCopy(ExtractEntry batch, string table) =>
        _commits.Find(e => e.IsBatch && e.Sequence > batch.Sequence && e.Tables.Any(t => t.Table == table && !t.IsDelta && t.Kept > 0));

    /// <summary>Organisations whose rows were ever committed.</summary>
    public IReadOnlySet<string> Organisations => _commits.SelectMany(e => e.Organisations).ToHashSet(StringComparer.Ordinal);

    public ExtractEntry? Find(string extract) => _commits.Find(e => e.IsBatch && string.Equals(e.Extract, extract, StringComparison.Ordinal));

    /// <summary>The batches committed up to one of them, in order.</summary>
    public IReadOnlyList<ExtractEntry> BatchesUpTo(ExtractEntry batch) => [.. _commits.Where(e => e.IsBatch && e.Sequence <= batch.Sequence)];

    /// <summary>True when what the batch holds is complete up to the midnight that ends <paramref name="asOf"/>.</summary>
    public static bool Covers(ExtractEntry batch, DateOnly asOf) =>
        batch.DateTo is { } to && to >= asOf.AddDays(1).ToDateTime(TimeOnly.MinValue);

    /// <summary>The last week that the batch covers.</summary>
    public static IsoWeek LastWeekOf(ExtractEntry batch) =>
        IsoWeek.Of(DateOnly.FromDateTime(batch.DateTo ?? throw new ArgumentException($"Batch {batch.Extract} has no DateExtractTo.", nameof(batch)))).Previous;

    /// <summary>The last month that the batch covers.</summary>
    public static Month LastMonthOf(ExtractEntry batch) =>
        Month.Of(DateOnly.FromDateTime(batch.DateTo ?? throw new ArgumentException($"Batch {batch.Extract} has no DateExtractTo.", nameof(batch)))).Previous;

    /// <summary>The lake versions that a report from this batch reads.</summary>
    public IReadOnlyDictionary<string, long> PinsOf(ExtractEntry batch)
    {
        var pins = new Dictionary<string, long>(batch.Pins, StringComparer.Ordinal);
        foreach (var later in _commits.SkipWhile(e => e.Sequence <= batch.Sequence).TakeWhile(e => !e.IsBatch))
        {
            foreach (var table in later.Tables)
            {
                pins[table.Table] = table.Version;
            }
        }

        return pins;
    }
}
