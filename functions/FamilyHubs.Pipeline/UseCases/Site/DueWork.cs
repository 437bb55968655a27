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
    private const string NotComputed = "Not computed.";

    private readonly FigureStore _weeks = new(tables, TableNames.PriorityGroupWeekly);
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task<IReadOnlyList<DueItem>> ListAsync(Profile profile, CommittedExtracts committed, CancellationToken cancel)
    {
        if (committed.First is not { } first || committed.Newest is not { } newest)
        {
            return [];
        }

        return
        [
            .. await WeeksAsync(profile, first, newest, cancel),
            .. await MonthsAsync(profile, first, newest, cancel),
            .. await SnapshotsAsync(profile.Area, cancel),
        ];
    }

    private async Task<List<DueItem>> WeeksAsync(Profile profile, ExtractEntry first, ExtractEntry newest, CancellationToken cancel)
    {
        List<DueItem> due = [];
        var calendar = profile.Schedules.ToCalendar();
        var weeks = calendar.DueWeeks(CommittedExtracts.LastWeekOf(first), time.GetUtcNow());
        foreach (var (index, week) in weeks.Index())
        {
            if (!CommittedExtracts.Covers(newest, week.Sunday))
            {
                due.Add(Stale("Weekly report", week.ToString(), calendar.DueAt(week), week.Sunday, weeks.Count - index - 1));
                break;
            }

            if (!await _weeks.IsCompleteAsync(profile.Area, week.ToString(), cancel))
            {
                var isComputed = await _weeks.PublishedRunAsync(profile.Area, week.ToString(), cancel) is not null;
                due.Add(new DueItem(
                    "Weekly report", week.ToString(), London.WallClock(calendar.DueAt(week)), isComputed ? "Computed; not everybody was told." : NotComputed, RunbookSections.NoReport));
            }
        }

        return due;
    }

    private async Task<List<DueItem>> MonthsAsync(Profile profile, ExtractEntry first, ExtractEntry newest, CancellationToken cancel)
    {
        List<DueItem> due = [];
        var calendar = profile.Schedules.ToCalendar();
        var months = calendar.DueMonths(CommittedExtracts.LastMonthOf(first), time.GetUtcNow());
        foreach (var (index, month) in months.Index())
        {
            if (!CommittedExtracts.Covers(newest, month.Last))
            {
                due.Add(Stale("Figures of the month", month.ToString(), calendar.DueAt(month), month.Last, months.Count - index - 1));
                break;
            }

            var since = London.WallClock(calendar.DueAt(month));
            if (!await _months.IsCompleteAsync(profile.Area, month.ToString(), cancel))
            {
                // The command line computes a month without looking back at those before it: the timer does, and then it is done.
                var isComputed = await _months.PublishedRunAsync(profile.Area, month.ToString(), cancel) is not null;
                due.Add(new DueItem(
                    "Figures of the month", month.ToString(), since, isComputed ? "Computed; the months before were not looked at again." : NotComputed, RunbookSections.NoReport));
            }
            else if (!await mailed.HasAsync(profile.Area, month, cancel))
            {
                due.Add(new DueItem("Mail of the month", month.ToString(), since, "Not everybody was told.", RunbookSections.NoMail));
            }
        }

        return due;
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
