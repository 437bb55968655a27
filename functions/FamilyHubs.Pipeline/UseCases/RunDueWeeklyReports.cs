using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Does every weekly report that is due: the calendar in London time less what the ledger has, oldest first, for every area that has
/// extracts. Resumes what was cut off; does nothing when nothing is due. Safe to call at any time and from several workers: one of them does an area at
/// a time.
/// </summary>
public sealed partial class RunDueWeeklyReports(
    AreaProfiles profiles,
    ExtractLedger extracts,
    AreaLease leases,
    ProduceWeeklyReport produce,
    SendWeeklyReport send,
    ITables tables,
    TimeProvider time,
    ILogger<RunDueWeeklyReports> log)
{
    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    public async Task RunAsync(CancellationToken cancel)
    {
        await AreaRound.RunAsync(
            await profiles.AreasAsync(cancel), area => RunAreaAsync(area, cancel), (fault, area) => Log.Failed(log, fault, area),
            "Weekly reports of some areas failed; the next poke tries them again.");
    }

    private async Task RunAreaAsync(string area, CancellationToken cancel)
    {
        var committed = new CommittedExtracts(await extracts.ListAsync(area, cancel));
        if (committed.Newest is not { } newest)
        {
            return;
        }

        var profile = await profiles.GetAsync(area, cancel);
        var due = await DuePeriods.WeeksAsync(profile, committed, time.GetUtcNow(), week => _figures.IsCompleteAsync(area, week.ToString(), cancel));
        if (due.Stale is { } stale)
        {
            Log.Stale(log, area, stale, newest.Extract);
        }

        if (due.Ready.Count > 0)
        {
            await RunWeeksAsync(profile, due.Ready, cancel);
        }
    }

    private async Task RunWeeksAsync(Profile profile, IReadOnlyList<IsoWeek> due, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(profile.Area, ProduceWeeklyReport.Kind, cancel);
        if (hold is null)
        {
            Log.Busy(log, profile.Area);
            return;
        }

        foreach (var week in due)
        {
            await RunWeekAsync(profile, week, hold.Token);
        }
    }

    private async Task RunWeekAsync(Profile profile, IsoWeek week, CancellationToken cancel)
    {
        var outcome = await produce.RunAsync(profile, week, new WeeklyRequest(), cancel);
        var summary = await send.RunAsync(profile, outcome, resend: false, cancel);
        if (summary.Refusal is not null)
        {
            Log.Refused(log, profile.Area, week, summary.Refusal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Error, "Weekly report of {Area} {Week} is due, but the newest extract {Extract} does not reach to its end", EventName = "WeeklyStale")]
        public static partial void Stale(ILogger logger, string area, IsoWeek week, string extract);

        [LoggerMessage(2102, LogLevel.Error, "Weekly report of {Area} {Week} was not mailed: {Reason}", EventName = "WeeklyNotMailed")]
        public static partial void Refused(ILogger logger, string area, IsoWeek week, string reason);

        [LoggerMessage(2104, LogLevel.Information, "Weekly reports of {Area} are being made by another worker", EventName = "WeeklyBusy")]
        public static partial void Busy(ILogger logger, string area);

        [LoggerMessage(2103, LogLevel.Error, "Weekly reports of {Area} failed", EventName = "WeeklyFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);
    }
}
