using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Sends a report and tells what became of its mails.</summary>
internal static class MailsOutput
{
    public static async Task<int> SendAsync(
        Terminal terminal, Workspace workspace, Profile profile, WeeklyOutcome outcome, bool resend, CancellationToken cancel) =>
        Print(terminal, await workspace.Get<SendWeeklyReport>().RunAsync(profile, outcome, resend, cancel));

    public static async Task<int> SendAsync(Terminal terminal, Workspace workspace, Profile profile, Month month, bool resend, CancellationToken cancel) =>
        Print(terminal, await workspace.Get<SendMonthlyReport>().RunAsync(profile, month, resend, cancel));

    private static int Print(Terminal terminal, MailingSummary summary)
    {
        if (summary.Refusal is not null)
        {
            terminal.Bad($"Not mailed: {summary.Refusal}");
            return CommandLine.Refused;
        }

        terminal.Line(
            $"{summary.Mails.Count} recipients: {summary.NewlyHandedOver} mails handed over now; {summary.Count(MailingState.Accepted)} accepted in all, "
            + $"{summary.Count(MailingState.Pending)} waiting, {summary.Count(MailingState.Failed)} failed, {summary.Count(MailingState.Unknown)} unknown.");
        foreach (var reason in summary.Mails.Where(m => m.State != MailingState.Accepted && m.Reason is not null).GroupBy(m => m.Reason))
        {
            terminal.Warn($"  {reason.Count()} x {reason.Key}");
        }

        return summary.AllAccepted ? CommandLine.Done : CommandLine.Refused;
    }
}
