using System.Globalization;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Alerts;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// The daily freshness check: is each area's extract in, whole and recent? If not, one alert mail to those who are to know, then silence for the
/// configured time. Which day's check is due is for the calendar in London time and the ledger to say, so that pokes at any hour do it once.
/// </summary>
public sealed partial class CheckFreshness(
    AreaProfiles profiles,
    ExtractLedger extracts,
    AreaLease leases,
    FreshnessLedger checks,
    RecipientBook recipients,
    MailingLedger mailings,
    MailDispatcher dispatcher,
    AlertMailComposer composer,
    TimeProvider time,
    ILogger<CheckFreshness> log)
{
    public const string Kind = "alert";

    private const int HoursOfADay = 24;

    private static readonly string[] AlertRoles = ["operations", "informatics"];

    /// <summary>How the extracts of an area stand now. Sends nothing.</summary>
    public async Task<FreshnessStatus> LookAsync(Profile profile, CancellationToken cancel) => FreshnessStatus.Of(
        profile.Area,
        await extracts.ListAsync(profile.Area, cancel),
        London.Now(time),
        await leases.IsTakenAsync(profile.Area, cancel),
        profile.Extract.FreshnessHours);

    /// <summary>Does the checks that are due, of every area.</summary>
    /// <exception cref="AggregateException">The check of some areas failed; the next call tries them again.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await AreaRound.RunAsync(
            await profiles.AreasAsync(cancel), async area => await RunAreaAsync(await profiles.GetAsync(area, cancel), cancel), (fault, area) => Log.Failed(log, fault, area),
            "The freshness check of some areas failed; the next poke tries them again.");
    }

    private async Task RunAreaAsync(Profile profile, CancellationToken cancel)
    {
        var day = profile.Schedules.ToCalendar().LatestFreshnessDay(time.GetUtcNow());
        if (!await checks.IsDoneAsync(profile.Area, day, cancel) && await TellAsync(profile, day, cancel))
        {
            await checks.MarkDoneAsync(profile.Area, day, cancel);
        }
    }

    /// <summary>False when a mail still waits to be taken, so that the day is not done.</summary>
    private async Task<bool> TellAsync(Profile profile, DateOnly day, CancellationToken cancel)
    {
        var status = await LookAsync(profile, cancel);
        var listed = await recipients.ListAsync(profile.Area, cancel);
        if (status.IsFresh || (status is { Newest: null, Waiting: null } && listed.Count == 0))
        {
            // An area whose profile is shipped but which nobody uses is not late.
            return true;
        }

        Log.NotFresh(log, profile.Area, status.State, status.Newest?.Extract, status.Waiting?.Extract);
        List<Recipient> told = [.. listed.Where(IsTold)];
        if (told.Count == 0)
        {
            Log.NobodyToTell(log, profile.Area);
            return true;
        }

        return await IsSuppressedAsync(profile, day, cancel) || await SendAsync(profile, status, day, told, cancel);
    }

    private async Task<bool> SendAsync(Profile profile, FreshnessStatus status, DateOnly day, List<Recipient> told, CancellationToken cancel)
    {
        var content = await composer.ComposeAsync(profile, status, cancel);
        var isDone = true;
        foreach (var recipient in told)
        {
            var due = new MailingEntry(profile.Area, Kind, Period(day), recipient.Email, MailingState.Pending, time.GetUtcNow());
            var entry = await dispatcher.DispatchAsync(
                due, sending => content.ToMail(sending.Key, Kind, profile.Mail, new MailAddress(recipient.Email, recipient.Name)), resend: false, cancel);
            isDone &= entry.State is not (MailingState.Pending or MailingState.Sending);
        }

        return isDone;
    }

    /// <summary>
    /// An alert of an earlier day's check went out less than the configured hours before this day's. Days are 24 hours on the wall clock: the hour
    /// that is left out in March neither silences nor repeats one.
    /// </summary>
    private async Task<bool> IsSuppressedAsync(Profile profile, DateOnly day, CancellationToken cancel)
    {
        for (var back = 1; back * HoursOfADay < profile.Freshness.AlertSuppressHours; back++)
        {
            var earlier = await mailings.ListAsync(profile.Area, Kind, Period(day.AddDays(-back)), cancel);
            if (earlier.Any(mail => mail.State is MailingState.Accepted or MailingState.Unknown or MailingState.Sending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTold(Recipient recipient) =>
        recipient.Gets(Kind) || recipient.Roles.Any(role => AlertRoles.Contains(role, StringComparer.OrdinalIgnoreCase));

    private static string Period(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Error, "Extracts of {Area} are {State}: newest {Newest}, waiting {Waiting}", EventName = "ExtractsNotFresh")]
        public static partial void NotFresh(ILogger logger, string area, string state, string? newest, string? waiting);

        [LoggerMessage(2202, LogLevel.Error, "Extracts of {Area} are not fresh, and its recipients name nobody for the report alert", EventName = "AlertHasNoRecipient")]
        public static partial void NobodyToTell(ILogger logger, string area);

        [LoggerMessage(2203, LogLevel.Error, "The freshness check of {Area} failed", EventName = "FreshnessCheckFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);
    }
}
