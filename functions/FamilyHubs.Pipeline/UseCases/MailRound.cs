using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Mails a published report to everybody who gets it, each once, and keeps the mails as sent beside the report.</summary>
public sealed class MailRound(RecipientBook recipients, MailDispatcher dispatcher, IBlobs blobs)
{
    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">The run that is told of; its kind is the report that recipients ask for.</param>
    /// <param name="folder">Where the report is kept, in the container of reports.</param>
    /// <param name="compose">Makes the mail of a recipient.</param>
    /// <param name="resend">Sends again what was accepted, failed or is unknown.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<MailingSummary> RunAsync(
        Profile profile, RunEntry run, string folder, Func<Recipient, Task<MailContent>> compose, bool resend, CancellationToken cancel)
    {
        List<MailingEntry> mails = [];
        var handedOver = 0;
        foreach (var recipient in (await recipients.ListAsync(profile.Area, cancel)).Where(r => r.Gets(run.Kind)))
        {
            var due = new MailingEntry(profile.Area, run.Kind, run.Period, recipient.Email, MailingState.Pending, run.ComputedAt) { RunId = run.Id };
            if (!Knows(profile, recipient))
            {
                // The profile lost the codes since the recipients came: this one is told nothing, the others get theirs.
                mails.Add(due with { State = MailingState.Failed, Reason = "None of the recipient's area codes is in the profile." });
                continue;
            }

            var content = await compose(recipient);
            var entry = await dispatcher.DispatchAsync(due, ToMail, resend, cancel);
            mails.Add(entry);
            if (entry.State == MailingState.Accepted)
            {
                await KeepAsync(folder, recipient, content, cancel);
            }

            Mail ToMail(MailingEntry sending)
            {
                handedOver++;
                return content.ToMail(sending.Key, run.Kind, profile.Mail, new MailAddress(recipient.Email, recipient.Name));
            }
        }

        return new MailingSummary(mails, handedOver);
    }

    private static bool Knows(Profile profile, Recipient recipient)
    {
        var geography = new GeographyIndex(profile.Geography);
        return recipient.AreaCodes.Any(code => geography.DistrictsBeneath(code).Count > 0);
    }

    /// <summary>Keeps the mail as sent; a file is named by place, not by person.</summary>
    private async Task KeepAsync(string folder, Recipient recipient, MailContent content, CancellationToken cancel)
    {
        var person = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipient.Email)))[..8];
        var name = $"{folder}/mails/{string.Join('+', recipient.AreaCodes)}-{person}";
        await WriteAsync($"{name}.html", content.Html, cancel);
        await WriteAsync($"{name}.txt", content.Text, cancel);
    }

    private async Task WriteAsync(string name, string text, CancellationToken cancel)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await blobs.WriteAsync(Containers.Reports, name, content, WriteCondition.Always, cancel);
    }
}
