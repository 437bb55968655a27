using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What is due: the calendar in London time since the first extract, less what the ledger has (architecture.md 3.3).</summary>
internal static class DuePeriods
{
    /// <param name="profile">Profile of the area.</param>
    /// <param name="committed">Its extracts, at least one batch among them.</param>
    /// <param name="now">Now.</param>
    /// <param name="isDone">Whether the ledger has a week.</param>
    public static Task<DuePeriods<IsoWeek>> WeeksAsync(Profile profile, CommittedExtracts committed, DateTimeOffset now, Func<IsoWeek, Task<bool>> isDone) =>
        OfAsync(profile.Schedules.ToCalendar().DueWeeks(CommittedExtracts.LastWeekOf(committed.First!), now), week => week.Sunday, committed.Newest!, isDone);

    /// <inheritdoc cref="WeeksAsync"/>
    public static Task<DuePeriods<Month>> MonthsAsync(Profile profile, CommittedExtracts committed, DateTimeOffset now, Func<Month, Task<bool>> isDone) =>
        OfAsync(profile.Schedules.ToCalendar().DueMonths(CommittedExtracts.LastMonthOf(committed.First!), now), month => month.Last, committed.Newest!, isDone);

    private static async Task<DuePeriods<T>> OfAsync<T>(IReadOnlyList<T> calendar, Func<T, DateOnly> lastDay, ExtractEntry newest, Func<T, Task<bool>> isDone)
        where T : struct
    {
        List<T> ready = [];
        foreach (var (index, period) in calendar.Index())
        {
            if (!CommittedExtracts.Covers(newest, lastDay(period)))
            {
                return new DuePeriods<T>(ready, period, calendar.Count - index - 1);
            }

            if (!await isDone(period))
            {
                ready.Add(period);
            }
        }

        return new DuePeriods<T>(ready, Stale: null, Later: 0);
    }
}
