using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Mails a published weekly report to every recipient of the area, each for the own catchment beside the area, each once. All
/// mails are cut from one copy of the report after disclosure control (calculations.md 9), which is kept beside the report.
/// </summary>
public sealed class SendWeeklyReport(
    RecipientBook recipients,
    WeeklyDocuments documents,
    MailDispatcher dispatcher,
    WeeklyMailComposer composer,
    WeeklyReportArchive archive,
    IBlobs blobs,
    ITables tables)
{
    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    public async Task<MailingSummary> RunAsync(Profile profile, WeeklyOutcome outcome, bool resend, CancellationToken cancel)
    {
        if (outcome is not { Report: { } report, Run: { State: RunState.Done } run })
        {
            return new MailingSummary([], 0, outcome.Refusal ?? "Only a published report is mailed: compute it from the newest extract, without --all.");
        }

        if (await archive.FindPublishedAsync(profile.Area, run.Period, run.Id, cancel) is not { } open)
        {
            return new MailingSummary([], 0, $"The published copy of run {run.Id} is missing: compute the report again.");
        }

        var history = await documents.HistoryAsync(report, cancel);
        var facts = await documents.FactsAsync(run, report, cancel);
        List<MailingEntry> mails = [];
        var handedOver = 0;
        foreach (var recipient in (await recipients.ListAsync(profile.Area, cancel)).Where(r => r.Gets(ProduceWeeklyReport.Kind)))
        {
            var due = new MailingEntry(profile.Area, ProduceWeeklyReport.Kind, run.Period, recipient.Email, MailingState.Pending, run.ComputedAt) { RunId = run.Id };
            if (!Knows(profile, recipient))
            {
                // The profile lost the codes since the recipients came: this one is told nothing, the others get theirs.
                mails.Add(due with { State = MailingState.Failed, Reason = "None of the recipient's area codes is in the profile." });
                continue;
            }

            var content = await composer.ComposeAsync(open, profile, new Reader(recipient.Name, recipient.AreaCodes), facts, history, cancel);
            var entry = await dispatcher.DispatchAsync(due, ToMail, resend, cancel);
            mails.Add(entry);
            if (entry.State == MailingState.Accepted)
            {
                await KeepAsync(report, run, recipient, content, cancel);
            }

            Mail ToMail(MailingEntry sending)
            {
                handedOver++;
                return content.ToMail(sending.Key, ProduceWeeklyReport.Kind, profile.Mail, new MailAddress(recipient.Email, recipient.Name));
            }
        }

        await _figures.MarkReportedAsync(run, complete: mails.TrueForAll(m => m.State is not (MailingState.Pending or MailingState.Sending)), cancel);

        return new MailingSummary(mails, handedOver);
    }

    private static bool Knows(Profile profile, Recipient recipient)
    {
        var geography = new GeographyIndex(profile.Geography);
        return recipient.AreaCodes.Any(code => geography.DistrictsBeneath(code).Count > 0);
    }

    /// <summary>Keeps the mail as sent; a file is named by place, not by person.</summary>
    private async Task KeepAsync(WeeklyReport report, RunEntry run, Recipient recipient, MailContent content, CancellationToken cancel)
    {
        var person = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipient.Email)))[..8];
        var name = $"{WeeklyReportArchive.Folder(report.Area, report.Week, run.Id)}/mails/{string.Join('+', recipient.AreaCodes)}-{person}";
        await WriteAsync($"{name}.html", content.Html, cancel);
        await WriteAsync($"{name}.txt", content.Text, cancel);
    }

    private async Task WriteAsync(string name, string text, CancellationToken cancel)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await blobs.WriteAsync(Containers.Reports, name, content, WriteCondition.Always, cancel);
    }
}
