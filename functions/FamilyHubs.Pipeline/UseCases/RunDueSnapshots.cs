using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Publishes every snapshot that is due: the months whose published figures are another run's than the newest revision's, oldest first. Resumes what
/// was cut off; does nothing when nothing is due. Then mails the months that are due by the calendar and of which not everybody was told; months that
/// were back-filled from before the first extract are published and not mailed. Safe to call at any time and from several workers.
/// </summary>
public sealed partial class RunDueSnapshots(
    AreaProfiles profiles,
    ExtractLedger extracts,
    SnapshotStore store,
    PublishSnapshot publish,
    SendMonthlyReport send,
    MailedMonths mailed,
    ITables tables,
    TimeProvider time,
    ILogger<RunDueSnapshots> log)
{
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task RunAsync(CancellationToken cancel)
    {
        await AreaRound.RunAsync(
            await profiles.AreasAsync(cancel), area => RunAreaAsync(area, cancel), (fault, area) => Log.Failed(log, fault, area),
            "Snapshots of some areas failed; the next poke tries them again.");
    }

    private async Task RunAreaAsync(string area, CancellationToken cancel)
    {
        HashSet<string> current = [];
        foreach (var period in await _months.PeriodsAsync(area, cancel))
        {
            var newest = await store.FindAsync(area, period, cancel);
            if (newest?.Pointer.Run == await _months.PublishedRunAsync(area, period, cancel))
            {
                current.Add(period);
                continue;
            }

            var outcome = await publish.RunAsync(await profiles.GetAsync(area, cancel), Month.Parse(period), cancel);
            if (outcome.Refusal is { } why)
            {
                Log.Refused(log, area, period, why);
            }
            else
            {
                current.Add(period);
            }
        }

        await MailAsync(area, current, cancel);
    }

    /// <param name="current">Months whose newest snapshot has the published figures.</param>
    private async Task MailAsync(string area, HashSet<string> current, CancellationToken cancel)
    {
        if (new CommittedExtracts(await extracts.ListAsync(area, cancel)).First is not { } first)
        {
            return;
        }

        var profile = await profiles.GetAsync(area, cancel);
        foreach (var month in profile.Schedules.ToCalendar().DueMonths(CommittedExtracts.LastMonthOf(first), time.GetUtcNow()))
        {
            // A month whose snapshot was refused, or is not there yet, waits for it.
            if (current.Contains(month.ToString()) && !await mailed.HasAsync(area, month, cancel))
            {
                await send.RunAsync(profile, month, resend: false, cancel);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2411, LogLevel.Error, "Snapshot of {Area} {Month} was not published: {Reason}", EventName = "SnapshotRefused")]
        public static partial void Refused(ILogger logger, string area, string month, string reason);

        [LoggerMessage(2412, LogLevel.Error, "Snapshots of {Area} failed", EventName = "SnapshotsFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);
    }
}
