using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Does the figures of every month that is due: the calendar in London time less what the ledger has, oldest first, for every area that has
/// extracts; then looks back at the months before, which late data may have changed. Resumes what was cut off; does nothing when nothing is due.
/// Safe to call at any time and from several workers: one of them does an area at a time.
/// </summary>
public sealed partial class RunDueMonthlyFigures(
    AreaProfiles profiles,
    ExtractLedger extracts,
    AreaLease leases,
    ProduceMonthlyFigures produce,
    ITables tables,
    TimeProvider time,
    ILogger<RunDueMonthlyFigures> log)
{
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task RunAsync(CancellationToken cancel)
    {
        await AreaRound.RunAsync(
            await profiles.AreasAsync(cancel), area => RunAreaAsync(area, cancel), (fault, area) => Log.Failed(log, fault, area),
            "Monthly figures of some areas failed; the next poke tries them again.");
    }

    private async Task RunAreaAsync(string area, CancellationToken cancel)
    {
        var committed = new CommittedExtracts(await extracts.ListAsync(area, cancel));
        if (committed.Newest is not { } newest)
        {
            return;
        }

        var profile = await profiles.GetAsync(area, cancel);
        var due = await DuePeriods.MonthsAsync(profile, committed, time.GetUtcNow(), month => _months.IsCompleteAsync(area, month.ToString(), cancel));
        if (due.Stale is { } stale)
        {
            Log.Stale(log, area, stale, newest.Extract);
        }

        if (due.Ready.Count > 0)
        {
            await RunMonthsAsync(profile, due.Ready, cancel);
        }
    }

    private async Task RunMonthsAsync(Profile profile, IReadOnlyList<Month> due, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(profile.Area, ProduceMonthlyFigures.Kind, cancel);
        if (hold is null)
        {
            Log.Busy(log, profile.Area);
            return;
        }

        await MakeAsync(profile, due, hold.Token);
    }

    private async Task MakeAsync(Profile profile, IReadOnlyList<Month> due, CancellationToken cancel)
    {
        List<RunEntry> done = [];
        foreach (var month in due)
        {
            var outcome = await produce.RunAsync(profile, month, new MonthlyRequest(), cancel);
            if (outcome.Run is not { } run)
            {
                // The extract was there a moment ago: the next poke looks again.
                Log.Refused(log, profile.Area, month, outcome.Refusal!);
                return;
            }

            done.Add(run);
        }

        foreach (var month in Month.Range(due[0].AddMonths(-profile.Schedules.Monthly.LookBack), due[^1]).Except(due))
        {
            if (await _months.PublishedRunAsync(profile.Area, month.ToString(), cancel) is { } before)
            {
                var outcome = await produce.RunAsync(profile, month, new MonthlyRequest(OnlyChanges: true), cancel);
                if (outcome.Run is { State: RunState.Done } run && run.Id != before)
                {
                    Log.Revised(log, profile.Area, month, run.Id, before);
                }
            }
        }

        // Only now: a cut-off between the figures and the look back is made up by the next poke.
        foreach (var run in done)
        {
            await _months.MarkReportedAsync(run, complete: true, cancel);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2311, LogLevel.Error, "Monthly figures of {Area} {Month} are due, but the newest extract {Extract} does not reach to its end", EventName = "MonthlyStale")]
        public static partial void Stale(ILogger logger, string area, Month month, string extract);

        [LoggerMessage(2312, LogLevel.Error, "Monthly figures of {Area} {Month} were refused: {Reason}", EventName = "MonthlyRefused")]
        public static partial void Refused(ILogger logger, string area, Month month, string reason);

        [LoggerMessage(2313, LogLevel.Error, "Monthly figures of {Area} failed", EventName = "MonthlyFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);

        [LoggerMessage(2314, LogLevel.Information, "Monthly figures of {Area} are being made by another worker", EventName = "MonthlyBusy")]
        public static partial void Busy(ILogger logger, string area);

        [LoggerMessage(2315, LogLevel.Warning, "Monthly figures of {Area} {Month} were revised: run {Run} in place of {Before}", EventName = "MonthlyRevised")]
        public static partial void Revised(ILogger logger, string area, Month month, string run, string before);
    }
}
