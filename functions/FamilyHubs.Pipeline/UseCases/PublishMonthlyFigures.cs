using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Writes the figures of a month to table storage under a run id, keeps the report, and flips the month's pointers (architecture.md 3.5). The
/// pointer of the KPIs goes last: it says which run readers of the whole month see. Then the files that people open are kept, and the mark that
/// the figures are committed, which the snapshot waits for.
/// </summary>
public sealed partial class PublishMonthlyFigures(
    RunLedger runs, ITables tables, MonthlyReportArchive archive, MonthlyFiles files, ILogger<PublishMonthlyFigures> log)
{
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">The run, as it is to stand in the ledger.</param>
    /// <param name="computation">Its report.</param>
    /// <param name="onlyChanges">Write nothing but the ledger row when the published run of the month has the same figures.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The run as the ledger has it.</returns>
    public async Task<RunEntry> RunAsync(Profile profile, RunEntry run, MonthlyComputation computation, bool onlyChanges, CancellationToken cancel)
    {
        var report = computation.Report;
        var rows = MonthlyFigureRows.Of(report);
        var known = await runs.FindAsync(run.Area, run.Id, cancel);
        if (known is not { State: RunState.Done })
        {
            // What was cut off goes on under the time it began with, so that all rows of a run say the same.
            run = known is { State: RunState.Doing } ? run with { ComputedAt = known.ComputedAt } : run;
            if (onlyChanges && await IsPublishedAsync(report, cancel))
            {
                var same = run with { State = RunState.Unchanged };
                await runs.WriteAsync(same, cancel);
                Log.Unchanged(log, run.Area, run.Period, run.Extract);
                return same;
            }

            await runs.WriteAsync(run, cancel);
            foreach (var (table, figures) in rows)
            {
                await new FigureStore(tables, table).WriteAsync(run, figures, cancel);
            }

            await archive.WriteAsync(report, computation.Details, run.Id, cancel);
        }

        // The pointers may still lack a run that was cut off after its figures were written.
        foreach (var table in rows.Keys.OrderBy(table => table == TableNames.KpiMonthly).ThenBy(table => table, StringComparer.Ordinal))
        {
            await new FigureStore(tables, table).PublishAsync(run, cancel);
        }

        if (known is not { State: RunState.Done })
        {
            known = run with { State = RunState.Done, Figures = rows.Values.Sum(f => f.Count) };
            await runs.WriteAsync(known, cancel);
            Log.Published(log, run.Area, run.Period, run.Id, known.Figures, run.Extract);
            PipelineMetrics.ReportSettled(run.Area, run.Kind, "published");
        }

        if (!await archive.IsCommittedAsync(report, run.Id, cancel))
        {
            await files.WriteAsync(profile, known, computation, cancel);
            await archive.MarkCommittedAsync(report, run.Id, cancel);
        }

        return known;
    }

    private async Task<bool> IsPublishedAsync(MonthlyReport report, CancellationToken cancel) =>
        await _months.PublishedRunAsync(report.Area, report.Month, cancel) is { } published
        && await archive.FindAsync(report.Area, report.Month, published, cancel) is { } before
        && before.DefinitionVersion == report.DefinitionVersion
        && MonthlyRevision.Between(before, report).Count == 0;

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Information, "Monthly figures of {Area} {Month} published as run {Run}: {Figures} figures from extract {Extract}",
            EventName = "MonthlyPublished")]
        public static partial void Published(ILogger logger, string area, string month, string run, int figures, string extract);

        [LoggerMessage(2302, LogLevel.Information, "Monthly figures of {Area} {Month} are the same from extract {Extract}: the published run stays",
            EventName = "MonthlyUnchanged")]
        public static partial void Unchanged(ILogger logger, string area, string month, string extract);
    }
}
