using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Computes the weekly Priority Group report from the newest committed extract that covers the week, writes its figures to table
/// storage under a run id and flips the week's pointer (calculations.md 1-3, architecture.md 3.5). Doing it again changes nothing.
/// Figures that the disclosure check cannot protect are refused: the run says why, nothing else is written.
/// </summary>
public sealed partial class ProduceWeeklyReport(
    ExtractLedger extracts,
    RunLedger runs,
    LakeStore lake,
    ITables tables,
    WeeklyReportArchive archive,
    TimeProvider time,
    ILogger<ProduceWeeklyReport> log)
{
    public const string Kind = "weekly";

    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    public async Task<WeeklyOutcome> RunAsync(Profile profile, IsoWeek week, WeeklyRequest request, CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("weekly-report", profile.Area, week.ToString());
        var basis = await ReportBasis.FindAsync(extracts, profile.Area, request.Extract, week.Sunday, week.ToString(), cancel);
        if (basis.Batch is not { } batch)
        {
            return WeeklyOutcome.Refused(basis.Refusal!);
        }

        var previousRun = await _figures.ReportedRunAsync(profile.Area, week.Previous.ToString(), cancel);
        var previous = previousRun is null ? null : await archive.FindAsync(profile.Area, week.Previous.ToString(), previousRun, cancel);
        var computation = await WeeklyReportBuilder.ComputeAsync(
            profile,
            lake.Open(profile.Area, batch.Extract, basis.Pins),
            week,
            previous,
            new WeeklyOptions(ChildList: true, request.AllCombinations),
            cancel);

        var run = new RunEntry(
            profile.Area,
            RunIds.Of(Kind, profile.Area, week.ToString(), profile.DefinitionVersion, basis.Pins, previousRun),
            Kind,
            week.ToString(),
            batch.Extract,
            profile.DefinitionVersion,
            RunState.Doing,
            time.GetUtcNow())
        {
            Pins = basis.Pins,
        };

        // A report from an older extract is a look into the past: it must not replace what readers see. One with all
        // combinations is the same report with a longer list, for the one who asked: readers get the top ones.
        if (request.Publish && basis.IsNewest)
        {
            var report = request.AllCombinations
                ? computation.Report with { Combinations = WeeklyCombinations.Top(computation.Report.Combinations, profile.TopCombinations) }
                : computation.Report;
            run = await PublishAsync(profile, run, report, week, previous, cancel);
        }

        return new WeeklyOutcome(computation.Report, run, run.State == RunState.Refused ? run.Reason : null) { PreviousWeek = previous };
    }

    private async Task<RunEntry> PublishAsync(
        Profile profile, RunEntry run, WeeklyReport report, IsoWeek week, WeeklyReport? previous, CancellationToken cancel)
    {
        if (await runs.FindAsync(run.Area, run.Id, cancel) is { State: RunState.Done } known)
        {
            // Computed before from the same input; the pointer may still lack it after a crash.
            await _figures.PublishAsync(known, cancel);
            return known;
        }

        WeeklyReport open;
        try
        {
            open = WeeklyDisclosure.Apply(report, profile.Disclosure.Profiles[profile.Disclosure.Mail], profile, previous) with { ChildList = null };
        }
        catch (InvalidOperationException exposed)
        {
            // Before anything is written: what readers saw until now stays.
            var refused = run with { State = RunState.Refused, Reason = WeeklyOutcome.Exposed(week, exposed) };
            await runs.WriteAsync(refused, cancel);
            Log.Exposed(log, run.Area, run.Period, run.Id, exposed.Message);
            PipelineMetrics.ReportSettled(run.Area, Kind, "exposed");
            return refused;
        }

        var figures = WeeklyFigureRows.Of(report, profile.TopCombinations);
        await runs.WriteAsync(run, cancel);
        await _figures.WriteAsync(run, figures, cancel);
        await archive.WriteAsync(report, run.Id, cancel);
        await archive.WritePublishedAsync(open, run.Id, cancel);
        await _figures.PublishAsync(run, cancel);
        var done = run with { State = RunState.Done, Figures = figures.Count };
        await runs.WriteAsync(done, cancel);
        Log.Published(log, run.Area, run.Period, run.Id, figures.Count, run.Extract);
        PipelineMetrics.ReportSettled(run.Area, Kind, "published");
        return done;
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Weekly report of {Area} {Week} published as run {Run}: {Figures} figures from extract {Extract}",
            EventName = "WeeklyPublished")]
        public static partial void Published(ILogger logger, string area, string week, string run, int figures, string extract);

        [LoggerMessage(2002, LogLevel.Error, "Weekly report of {Area} {Week} refused by the disclosure check, run {Run}: {Reason}", EventName = "WeeklyExposed")]
        public static partial void Exposed(ILogger logger, string area, string week, string run, string reason);
    }
}
