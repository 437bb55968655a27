using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Lists what became of the figures of a month since they were first reported: each that changed, as first reported and as now, with the reason.
/// All runs of the month are kept, so the reason is that of the run in which the figure changed.
/// </summary>
public sealed class ListMonthlyRevisions(RunLedger runs, MonthlyReportArchive archive, ITables tables)
{
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    /// <summary>The revisions; null when the month has no published run, or its reports are not kept.</summary>
    public async Task<MonthlyRevisions?> RunAsync(string area, Month month, CancellationToken cancel)
    {
        var period = month.ToString();
        if (await _months.PublishedRunAsync(area, period, cancel) is not { } published
            || await runs.FindAsync(area, published, cancel) is not { } now)
        {
            return null;
        }

        RunEntry[] done =
        [
            .. (await runs.ListAsync(area, cancel)).Where(run => run is { Kind: ProduceMonthlyFigures.Kind, State: RunState.Done } && run.Period == period),
        ];
        var reported = await _months.FirstReportedRunAsync(area, period, cancel);
        var first = Array.Find(done, run => run.Id == reported) ?? done.FirstOrDefault() ?? now;
        RunEntry[] chain = [first, .. done.Where(run => run.ComputedAt > first.ComputedAt && run.ComputedAt < now.ComputedAt), now];
        List<(RunEntry Run, MonthlyReport Report)> reports = [];
        foreach (var run in chain)
        {
            if (await archive.FindAsync(area, period, run.Id, cancel) is { } report)
            {
                reports.Add((run, report));
            }
        }

        if (reports.Count == 0 || reports[0].Run.Id != first.Id || reports[^1].Run.Id != now.Id)
        {
            return null;
        }

        return new MonthlyRevisions(area, period, Of(first), Of(now), Changes(reports));
    }

    private static List<RevisedFigure> Changes(List<(RunEntry Run, MonthlyReport Report)> reports)
    {
        Dictionary<(string, string, string, string, string), List<string>> reasons = [];
        for (var step = 1; step < reports.Count; step++)
        {
            var reason = Reason(reports[step - 1].Run, reports[step].Run);
            foreach (var figure in MonthlyRevision.Between(reports[step - 1].Report, reports[step].Report))
            {
                if (!reasons.TryGetValue(Key(figure), out var known))
                {
                    reasons[Key(figure)] = known = [];
                }

                known.Add(reason);
            }
        }

        return
        [
            .. MonthlyRevision.Between(reports[0].Report, reports[^1].Report)
                .Select(figure => figure with { Reason = string.Join("; ", reasons[Key(figure)].Distinct(StringComparer.Ordinal)) }),
        ];
    }

    /// <summary>What a later run had that the one before had not.</summary>
    private static string Reason(RunEntry before, RunEntry after)
    {
        List<string> reasons = [];
        if (before.DefinitionVersion != after.DefinitionVersion)
        {
            reasons.Add($"definitions {after.DefinitionVersion} in place of {before.DefinitionVersion}");
        }

        if (before.Extract != after.Extract)
        {
            reasons.Add($"late data: extract {after.Extract} in place of {before.Extract}");
        }
        else if (before.Pins.Any(pin => after.Pins.GetValueOrDefault(pin.Key) != pin.Value) || after.Pins.Count != before.Pins.Count)
        {
            reasons.Add("late data: a return or reference file that came after the extract");
        }

        return reasons.Count == 0 ? "another version of the program" : string.Join(", and ", reasons);
    }

    private static (string, string, string, string, string) Key(RevisedFigure figure) =>
        (figure.Section, figure.Level, figure.Code, figure.Item, figure.Measure);

    private static RevisionRun Of(RunEntry run) => new(run.Id, run.Extract, run.DefinitionVersion, run.ComputedAt);
}
