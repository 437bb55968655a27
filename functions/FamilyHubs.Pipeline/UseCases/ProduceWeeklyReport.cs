using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Computes the weekly Priority Group report from the newest committed extract that covers the week, writes its figures to table
/// storage under a run id and flips the week's pointer (calculations.md 1-3, architecture.md 3.5). Doing it again changes nothing.
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
        var committed = new CommittedExtracts(await extracts.ListAsync(profile.Area, cancel));
        var batch = request.Extract is null ? committed.Newest : committed.Find(request.Extract);
        if (batch is null)
        {
            return WeeklyOutcome.Refused(request.Extract is null
                ? $"No extract of {profile.Area} has been committed yet. Ingest one first: familyhubs ingest PATH --area {profile.Area}"
                : $"Extract {request.Extract} of {profile.Area} is not committed. See: familyhubs extracts --area {profile.Area}");
        }

        if (!CommittedExtracts.Covers(batch, week.Sunday))
        {
            return WeeklyOutcome.Refused(
                $"Stale: extract {batch.Extract} reaches to {batch.DateTo:d MMM yyyy HH:mm}, before the end of {week} (midnight after {week.Sunday:d MMM yyyy}). "
                + "Ingest a later extract and run this again.");
        }

        var pins = committed.PinsOf(batch);
        var previousRun = await _figures.ReportedRunAsync(profile.Area, week.Previous.ToString(), cancel);
        var previous = previousRun is null ? null : await archive.FindAsync(profile.Area, week.Previous.ToString(), previousRun, cancel);
        var computation = await WeeklyReportBuilder.ComputeAsync(
            profile,
            lake.Open(profile.Area, batch.Extract, pins),
            week,
            previous,
            new WeeklyOptions(ChildList: true, request.AllCombinations),
            cancel);

        var run = new RunEntry(
            profile.Area,
            RunIds.Of(Kind, profile.Area, week.ToString(), profile.DefinitionVersion, pins, previousRun),
            Kind,
            week.ToString(),
            batch.Extract,
            profile.DefinitionVersion,
            RunState.Doing,
            time.GetUtcNow())
        {
            Pins = pins,
        };

        // A report from an older extract is a look into the past: it must not replace what readers see. One with all
        // combinations is the same run with a longer list, for the one who asked.
        if (batch.Extract == committed.Newest?.Extract && !request.AllCombinations)
        {
            run = await PublishAsync(profile, run, computation.Report, previous, cancel);
        }

        return new WeeklyOutcome(computation.Report, run, Refusal: null);
    }

    private async Task<RunEntry> PublishAsync(
        Profile profile, RunEntry run, WeeklyReport report, WeeklyReport? previous, CancellationToken cancel)
    {
        if (await runs.FindAsync(run.Area, run.Id, cancel) is { State: RunState.Done } known)
        {
            // Computed before from the same input; the pointer may still lack it after a crash.
            await _figures.PublishAsync(known, cancel);
            return known;
        }

        // Before anything is written: figures that cannot be protected throw, and are not published.
        var open = WeeklyDisclosure.Apply(report, profile.Disclosure.Profiles[profile.Disclosure.Mail], profile, previous) with { ChildList = null };
        var figures = WeeklyFigureRows.Of(report);
        await runs.WriteAsync(run, cancel);
        await _figures.WriteAsync(run, figures, cancel);
        await archive.WriteAsync(report, run.Id, cancel);
        await archive.WritePublishedAsync(open, run.Id, cancel);
        await _figures.PublishAsync(run, cancel);
        var done = run with { State = RunState.Done, Figures = figures.Count };
        await runs.WriteAsync(done, cancel);
        Log.Published(log, run.Area, run.Period, run.Id, figures.Count, run.Extract);
        return done;
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Weekly report of {Area} {Week} published as run {Run}: {Figures} figures from extract {Extract}",
            EventName = "WeeklyPublished")]
        public static partial void Published(ILogger logger, string area, string week, string run, int figures, string extract);
    }
}
