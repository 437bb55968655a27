using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What mails and pages of a week say besides its figures: where they come from, and the weeks before.</summary>
public sealed class WeeklyDocuments(ExtractLedger extracts, RunLedger runs, WeeklyReportArchive archive, ITables tables, SiteOptions site)
{
    private const int HistoryWeeks = 26;

    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    /// <summary>The run of a week that readers see; null before the first.</summary>
    public async Task<RunEntry?> PublishedAsync(string area, string week, CancellationToken cancel) =>
        await _figures.PublishedRunAsync(area, week, cancel) is { } run ? await runs.FindAsync(area, run, cancel) : null;

    /// <summary>Weeks that have a published run, in order.</summary>
    public async Task<IReadOnlyList<IsoWeek>> WeeksAsync(string area, CancellationToken cancel) =>
        [.. (await _figures.PeriodsAsync(area, cancel)).Select(IsoWeek.Parse)];

    /// <exception cref="InvalidDataException">The run's extract is not in the ledger.</exception>
    public Task<ReportFacts> FactsAsync(RunEntry run, WeeklyReport report, CancellationToken cancel) =>
        ReportSources.OfAsync(extracts, run, report.AsOf, site.WeeklyPage(run.Area, run.Period), report.AsOf.AddDays(8), cancel);

    /// <summary>Totals of earlier weeks, as they were published, oldest first.</summary>
    public async Task<IReadOnlyList<WeeklyTotal>> HistoryAsync(WeeklyReport report, CancellationToken cancel)
    {
        var week = IsoWeek.Parse(report.Week);
        List<WeeklyTotal> totals = [];
        foreach (var period in (await _figures.PeriodsAsync(report.Area, cancel)).Where(p => IsoWeek.Parse(p) < week).TakeLast(HistoryWeeks))
        {
            if (await _figures.ReportedRunAsync(report.Area, period, cancel) is { } run
                && await archive.FindPublishedAsync(report.Area, period, run, cancel) is { } earlier)
            {
                totals.AddRange(earlier.Totals.Select(t => new WeeklyTotal(earlier.AsOf, t.Level, t.Code, t.Memberships)));
            }
        }

        return totals;
    }
}
