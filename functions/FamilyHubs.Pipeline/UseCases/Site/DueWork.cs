using System.Globalization;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Health;
using FamilyHubs.Pipeline.Publishing.Snapshots;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>
/// What is due and not done, by the same calendar and ledger as <see cref="RunDueWeeklyReports"/>, <see cref="RunDueMonthlyFigures"/> and
/// <see cref="RunDueSnapshots"/> go by. Changes nothing.
/// </summary>
public sealed class DueWork(SnapshotStore snapshots, MailedMonths mailed, ITables tables, TimeProvider time)
{
    private const string Figures = "Figures of the month";
    private const string NotComputed = "Not computed.";

    private readonly FigureStore _weeks = new(tables, TableNames.PriorityGroupWeekly);
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task<IReadOnlyList<DueItem>> ListAsync(Profile profile, CommittedExtracts committed, CancellationToken cancel)
    {
        return committed.Newest is null
            ? []
            :
            [
                .. await WeeksAsync(profile, committed, cancel),
                .. await MonthsAsync(profile, committed, cancel),
                .. await SnapshotsAsync(profile.Area, cancel),
            ];
    }

    private async Task<List<DueItem>> WeeksAsync(Profile profile, CommittedExtracts committed, CancellationToken cancel)
    {
        const string Work = "Weekly report";
        List<DueItem> items = [];
        var calendar = profile.Schedules.ToCalendar();
        var due = await DuePeriods.WeeksAsync(profile, committed, time.GetUtcNow(), week => _weeks.IsCompleteAsync(profile.Area, week.ToString(), cancel));
        foreach (var week in due.Ready)
        {
            var isComputed = await _weeks.PublishedRunAsync(profile.Area, week.ToString(), cancel) is not null;
            items.Add(new DueItem(
                Work, week.ToString(), London.WallClock(calendar.DueAt(week)), isComputed ? "Computed; not everybody was told." : NotComputed, RunbookSections.NoReport));
        }

        if (due.Stale is { } stale)
        {
            items.Add(Stale(Work, stale.ToString(), calendar.DueAt(stale), stale.Sunday, due.Later));
        }

        return items;
    }

    private async Task<List<DueItem>> MonthsAsync(Profile profile, CommittedExtracts committed, CancellationToken cancel)
    {
        List<DueItem> items = [];
        var calendar = profile.Schedules.ToCalendar();
        var due = await DuePeriods.MonthsAsync(profile, committed, time.GetUtcNow(), month => IsDoneAsync(profile.Area, month, cancel));
        foreach (var month in due.Ready)
        {
            items.Add(await MonthAsync(profile.Area, month, London.WallClock(calendar.DueAt(month)), cancel));
        }

        if (due.Stale is { } stale)
        {
            items.Add(Stale(Figures, stale.ToString(), calendar.DueAt(stale), stale.Last, due.Later));
        }

        return items;
    }

    private async Task<bool> IsDoneAsync(string area, Month month, CancellationToken cancel) =>
        await _months.IsCompleteAsync(area, month.ToString(), cancel) && await mailed.HasAsync(area, month, cancel);

    private async Task<DueItem> MonthAsync(string area, Month month, DateTime since, CancellationToken cancel)
    {
        if (await _months.IsCompleteAsync(area, month.ToString(), cancel))
        {
            return new DueItem("Mail of the month", month.ToString(), since, "Not everybody was told.", RunbookSections.NoMail);
        }

        // The command line computes a month without looking back at those before it: the timer does, and then it is done.
        var isComputed = await _months.PublishedRunAsync(area, month.ToString(), cancel) is not null;
        return new DueItem(Figures, month.ToString(), since, isComputed ? "Computed; the months before were not looked at again." : NotComputed, RunbookSections.NoReport);
    }

    private async Task<List<DueItem>> SnapshotsAsync(string area, CancellationToken cancel)
    {
        List<DueItem> due = [];
        foreach (var month in await _months.PeriodsAsync(area, cancel))
        {
            var run = await _months.PublishedRunAsync(area, month, cancel);
            if ((await snapshots.FindAsync(area, month, cancel))?.Pointer.Run != run)
            {
                due.Add(new DueItem("Snapshot", month, Since: null, "The published figures are not in a snapshot.", RunbookSections.NoSnapshot));
            }
        }

        return due;
    }

    /// <summary>The first period for which no extract is there stands for all after it, as it does for the timers.</summary>
    private static DueItem Stale(string work, string period, DateTimeOffset since, DateOnly last, int later) => new(
        work,
        period,
        London.WallClock(since),
        string.Create(
            CultureInfo.InvariantCulture,
            $"No extract reaches to the end of {Shown.Day(last)}.{(later == 0 ? "" : later == 1 ? " One later period waits too." : $" {later} later periods wait too.")}"),
        RunbookSections.LateExtract);
}
