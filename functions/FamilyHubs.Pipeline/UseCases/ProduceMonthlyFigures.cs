using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Computes the figures of a month from the newest committed extract that covers it, writes them to table storage under a run id and
/// flips the month's pointers (calculations.md 4-13, architecture.md 3.5). Doing it again changes nothing.
/// </summary>
public sealed partial class ProduceMonthlyFigures(
    ExtractLedger extracts,
    RunLedger runs,
    LakeStore lake,
    ITables tables,
    MonthlyReportArchive archive,
    TimeProvider time,
    ILogger<ProduceMonthlyFigures> log)
{
    public const string Kind = "monthly";

    public async Task<MonthlyOutcome> RunAsync(Profile profile, Month month, MonthlyRequest request, CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("monthly-report", profile.Area, month.ToString());
        var basis = await ReportBasis.FindAsync(extracts, profile.Area, request.Extract, month.Last, month.ToString(), cancel);
        if (basis.Batch is not { } batch)
        {
            return new MonthlyOutcome(null, null, basis.Refusal);
        }

        var computation = await MonthlyReportBuilder.BuildAsync(
            profile,
            lake.Open(profile.Area, batch.Extract, basis.Pins),
            month,
            new MonthlyOptions(request.Practitioners, request.Families, [.. batch.Quality, .. IngestFindings.RowCounts(basis.Batches, profile.DataQuality)]),
            cancel);
        var run = new RunEntry(
            profile.Area,
            RunIds.Of(Kind, profile.Area, month.ToString(), profile.DefinitionVersion, basis.Pins, comparedWith: null),
            Kind,
            month.ToString(),
            batch.Extract,
            profile.DefinitionVersion,
            RunState.Doing,
            time.GetUtcNow())
        {
            Pins = basis.Pins,
        };
        return new MonthlyOutcome(computation.Report, basis.IsNewest ? await PublishAsync(run, computation.Report, cancel) : run, Refusal: null);
    }

    private async Task<RunEntry> PublishAsync(RunEntry run, MonthlyReport report, CancellationToken cancel)
    {
        var rows = MonthlyFigureRows.Of(report);
        var known = await runs.FindAsync(run.Area, run.Id, cancel);
        if (known is not { State: RunState.Done })
        {
            await runs.WriteAsync(run, cancel);
            foreach (var (table, figures) in rows)
            {
                await new FigureStore(tables, table).WriteAsync(run, figures, cancel);
            }

            await archive.WriteAsync(report, run.Id, cancel);
        }

        // The pointers may still lack a run that was cut off after its figures were written.
        foreach (var table in rows.Keys)
        {
            await new FigureStore(tables, table).PublishAsync(known ?? run, cancel);
        }

        if (known is { State: RunState.Done })
        {
            return known;
        }

        var done = run with { State = RunState.Done, Figures = rows.Values.Sum(f => f.Count) };
        await runs.WriteAsync(done, cancel);
        Log.Published(log, run.Area, run.Period, run.Id, done.Figures, run.Extract);
        PipelineMetrics.ReportSettled(run.Area, Kind, "published");
        return done;
    }

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Information, "Monthly figures of {Area} {Month} published as run {Run}: {Figures} figures from extract {Extract}",
            EventName = "MonthlyPublished")]
        public static partial void Published(ILogger logger, string area, string month, string run, int figures, string extract);
    }
}
