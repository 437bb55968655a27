using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>A report whose counts are looked at: the one to be published, or an earlier one with what was shown of it.</summary>
/// <param name="Computed">The figures.</param>
/// <param name="Published">What was shown; null for the one to be published.</param>
/// <param name="IsSameMonth">Of the month to be published: the report itself, or an earlier revision.</param>
internal sealed record DisclosedReport(MonthlyReport Computed, MonthlyReport? Published, bool IsSameMonth)
{
    public Month Month { get; } = Month.Parse(Computed.Month);

    public bool IsCurrent => Published is null;

    /// <summary>The report to be published, then the earlier ones, the newest first.</summary>
    public static IReadOnlyList<DisclosedReport> All(MonthlyReport report, IEnumerable<MonthlyPublication> earlier) =>
        [new DisclosedReport(report, null, true), .. earlier.Select(one => new DisclosedReport(one.Computed, one.Published, one.Computed.Month == report.Month))];

    /// <summary>Each figure with what was shown of it; null for the report to be published, or where the row was left out.</summary>
    /// <param name="rows">Part of a report.</param>
    /// <param name="key">Tells the part's rows apart.</param>
    public IEnumerable<(T Figure, T? Shown)> Pair<T, TKey>(Func<MonthlyReport, IEnumerable<T>> rows, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var shown = Published is null ? [] : rows(Published).ToDictionary(key);
        return rows(Computed).Select(row => (row, shown.GetValueOrDefault(key(row))));
    }

    /// <summary>Where a count of this report stands.</summary>
    /// <param name="published">What was shown of it; null when hidden.</param>
    public CountState State(double? published) => IsCurrent ? CountState.Shown : published is null ? CountState.HiddenEarlier : CountState.ShownEarlier;

    /// <summary>
    /// The same of a count over several months. What an earlier month hid of it only to cover a small count stays covered while it is needed for that, and
    /// not for its own sake: else each month would hide more than the one before, until nothing is left (decision 75).
    /// </summary>
    public CountState StateOfRange(double? published) => !IsSameMonth && published is null ? CountState.Derived : State(published);

    /// <summary>A count of a report that no disclosure control has been over yet.</summary>
    /// <exception cref="ArgumentException">It is suppressed.</exception>
    public static int Counted(double? value) =>
        value is { } count ? checked((int)count) : throw new ArgumentException("The report has suppressed counts already. Give the report as it was computed.", nameof(value));
}
