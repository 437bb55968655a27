namespace FamilyHubs.Pipeline.Ledger;

/// <summary>Whether the extracts of an area are in, whole and recent.</summary>
/// <param name="Area">Area.</param>
/// <param name="At">Wall clock of London when it was looked at.</param>
/// <param name="Newest">The batch committed last; null before the first.</param>
/// <param name="Waiting">A batch that came after it and is refused, deferred, held or was cut off; null when there is none.</param>
/// <param name="LimitHours">Age above which an extract is late (profile, <c>extract.freshnessHours</c>).</param>
public sealed record FreshnessStatus(string Area, DateTime At, ExtractEntry? Newest, ExtractEntry? Waiting, double LimitHours)
{
    /// <summary>
    /// Hours on the wall clock since the time to which the newest batch reaches; null before the first. The night in October that is an hour longer
    /// makes no extract late, and the short one in March excuses none.
    /// </summary>
    public double? AgeHours => (At - Newest?.DateTo)?.TotalHours;

    public bool IsLate => AgeHours is not { } age || age > LimitHours;

    public bool IsIncomplete => Waiting is not null;

    public bool IsFresh => !IsLate && !IsIncomplete;

    /// <summary>In words: fresh, late, incomplete, or late and incomplete.</summary>
    public string State => (IsLate, IsIncomplete) switch
    {
        (true, true) => "late and incomplete",
        (true, false) => "late",
        (false, true) => "incomplete",
        _ => "fresh",
    };

    /// <param name="entries">The area's ledger.</param>
    /// <param name="at">Wall clock of London.</param>
    /// <param name="isIngesting">A worker has the area: what is begun is not cut off.</param>
    public static FreshnessStatus Of(string area, IReadOnlyList<ExtractEntry> entries, DateTime at, bool isIngesting, double limitHours)
    {
        var newest = new CommittedExtracts(entries).Newest;
        var last = entries.LastOrDefault(e => e.IsBatch && string.CompareOrdinal(e.Extract, newest?.Extract) > 0);
        var isWaiting = last?.State is ExtractState.Refused or ExtractState.Deferred or ExtractState.Held
            || (last?.State == ExtractState.Doing && !isIngesting);
        return new FreshnessStatus(area, at, newest, isWaiting ? last : null, limitHours);
    }
}
