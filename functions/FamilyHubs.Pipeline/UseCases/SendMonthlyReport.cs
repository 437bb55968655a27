using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Mails a month to every recipient of the area, each once: commissioners their pack with the way to the files, the others their month with the way to
/// the page. A later revision of the snapshot is not mailed again; the next month's mail tells of it.
/// </summary>
public sealed class SendMonthlyReport(MailRound round, MonthlyMails mails, MailedMonths mailed)
{
    private const string Commissioner = "commissioner";

    public async Task<MailingSummary> RunAsync(Profile profile, Month month, bool resend, CancellationToken cancel)
    {
        if (await mails.FindAsync(profile, month, cancel) is not { } basis)
        {
            return new MailingSummary(
                [], 0, $"No snapshot of {profile.Area} {month} is published, and a mail shows what a snapshot shows. Publish it first: familyhubs monthly --area {profile.Area} --month {month} --publish");
        }

        var summary = await round.RunAsync(
            profile,
            basis.Run,
            MonthlyReportArchive.Folder(profile.Area, basis.Run.Period, basis.Run.Id),
            recipient => mails.ComposeAsync(basis, profile, new Reader(recipient.Name, recipient.AreaCodes), IsCommissioner(recipient), cancel),
            resend,
            cancel);
        if (summary.IsSettled)
        {
            await mailed.MarkAsync(profile.Area, month, cancel);
        }

        return summary;
    }

    private static bool IsCommissioner(Recipient recipient) => recipient.Roles.Contains(Commissioner, StringComparer.OrdinalIgnoreCase);
}
