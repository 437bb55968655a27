using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Site;
using FamilyHubs.Pipeline.Publishing.Snapshots;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>The overview of an area: what its newest week and month say of the reader's catchment, and lists of what the reader may open.</summary>
public sealed class ShowOverview(
    WeeklyDocuments weeks, RenderWeeklyPage weekly, MonthlyDocuments months, RenderMonthlyPage monthly, SnapshotStore snapshots, ReportIndexComposer composer)
{
    public async Task<ShownPage> RunAsync(Visit visit, CancellationToken cancel)
    {
        IReadOnlyList<IsoWeek> ofWeeks = visit.Rights.Reports ? [.. (await weeks.WeeksAsync(visit.Area, cancel)).OrderDescending()] : [];
        IReadOnlyList<Month> ofMonths = visit.Rights.Reports ? [.. (await months.MonthsAsync(visit.Area, cancel)).OrderDescending()] : [];
        IReadOnlyList<SnapshotPointer> files = visit.Rights.Snapshots ? await snapshots.NewestAsync(visit.Area, cancel) : [];
        List<RunEntry> runs = [];
        List<string> verdicts = [];
        if (ofWeeks is [var week, ..]
            && await weeks.PublishedAsync(visit.Area, week.ToString(), cancel) is { } weekRun
            && await weekly.VerdictAsync(visit.Profile, weekRun, visit.ReaderOf(SitePage.Week), cancel) is { } ofWeek)
        {
            runs.Add(weekRun);
            verdicts.Add($"Week {week}: {ofWeek}");
        }

        if (ofMonths is [var month, ..]
            && await months.PublishedAsync(visit.Area, month, cancel) is { } monthRun
            && await monthly.VerdictAsync(visit.Profile, monthRun, visit.ReaderOf(SitePage.Month), cancel) is { } ofMonth)
        {
            runs.Add(monthRun);
            verdicts.Add($"{Shown.Month(month)}: {ofMonth}");
        }

        var html = await composer.ComposeAsync(new SiteOverview(visit.Profile, visit.Rights, verdicts, ofWeeks, ofMonths, files), cancel);
        return new ShownPage(html, Period: null, runs.Count == 0 ? null : string.Join(' ', runs.Select(run => run.Id)));
    }
}
