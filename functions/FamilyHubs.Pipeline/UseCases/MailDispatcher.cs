using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Sends one mail for each (report, period, recipient), once. The ledger row is written before the send and tells afterwards
/// what is known; a mail whose answer was lost is not sent again unless asked (architecture.md 3.4).
/// </summary>
public sealed partial class MailDispatcher(MailingLedger ledger, Lazy<IMailer> mailer, TimeProvider time, ILogger<MailDispatcher> log)
{
    private const int Attempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>A row that says Sending for longer than this belongs to a worker that died between send and answer.</summary>
    private static readonly TimeSpan SendingLease = TimeSpan.FromMinutes(10);

    /// <summary>Sends the mail if it was not sent before. Gives the ledger entry as it stands after.</summary>
    /// <param name="due">The mail's key; its state is read from the ledger.</param>
    /// <param name="compose">Makes the mail; only called when it is sent.</param>
    /// <param name="resend">Sends again what was accepted, failed or is unknown.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<MailingEntry> DispatchAsync(MailingEntry due, Func<MailingEntry, Mail> compose, bool resend, CancellationToken cancel)
    {
        var known = await ledger.FindAsync(due.Area, due.Report, due.Period, due.Recipient, cancel);
        try
        {
            if (known is { State: MailingState.Sending })
            {
                if (time.GetUtcNow() - known.UpdatedAt < SendingLease)
                {
                    return known;
                }

                known = await ledger.WriteAsync(
                    known with { State = MailingState.Unknown, Reason = "The worker stopped before the answer came." }, cancel);
            }

            if (known is not null && known.State != MailingState.Pending && !resend)
            {
                return known;
            }

            // Before the ledger says that it is being sent: where no mail service is set up, none was.
            _ = mailer.Value;
            var sending = await ledger.WriteAsync(
                (known ?? due) with { State = MailingState.Sending, RunId = due.RunId, Reason = null, Attempts = (known?.Attempts ?? 0) + 1 },
                cancel);
            return await SendAsync(sending, compose, cancel);
        }
        catch (TableConflictException)
        {
            // Another worker has this mail: what it wrote is what is known.
            return await ledger.FindAsync(due.Area, due.Report, due.Period, due.Recipient, cancel) ?? due;
        }
    }

    private async Task<MailingEntry> SendAsync(MailingEntry sending, Func<MailingEntry, Mail> compose, CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("mail", sending.Area, sending.Period);
        var mail = compose(sending);
        if (MailGuard.Check(mail) is { Count: > 0 } refusals)
        {
            var refused = await ledger.WriteAsync(
                sending with { State = MailingState.Failed, Reason = string.Join(" ", refusals.Select(r => $"{r.Part}: {r.Reason}")) }, CancellationToken.None);
            PipelineMetrics.MailSettled(refused.Report, nameof(MailingState.Failed));
            Log.NotAccepted(log, refused.Area, refused.Report, refused.Period, refused.State, refused.Reason);
            return refused;
        }

        for (var attempt = 1; ; attempt++)
        {
            var result = await mailer.Value.SendAsync(mail, cancel);
            if (result.State == MailState.Busy && attempt < Attempts)
            {
                var wait = result.RetryAfter ?? TimeSpan.FromSeconds(1 << attempt);
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancel);
                continue;
            }

            var outcome = await ledger.WriteAsync(
                sending with
                {
                    State = result.State switch
                    {
                        MailState.Accepted => MailingState.Accepted,
                        MailState.Failed => MailingState.Failed,
                        MailState.Busy => MailingState.Pending,
                        _ => MailingState.Unknown,
                    },
                    MessageId = result.MessageId,
                    Reason = result.Reason,
                },
                CancellationToken.None);
            PipelineMetrics.MailSettled(outcome.Report, outcome.State.ToString());
            if (outcome.State != MailingState.Accepted)
            {
                Log.NotAccepted(log, outcome.Area, outcome.Report, outcome.Period, outcome.State, outcome.Reason);
            }

            return outcome;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "Mail {Report} {Period} of {Area} is {State}: {Reason}", EventName = "MailNotAccepted")]
        public static partial void NotAccepted(ILogger logger, string area, string report, string period, MailingState state, string? reason);
    }
}
