using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>A composed mail, before it has a recipient and a ledger key.</summary>
public sealed record MailContent(string Subject, string Html, string Text, IReadOnlyList<MailAttachment> Attachments)
{
    /// <param name="key">Report, period and recipient, as in the mailing ledger.</param>
    /// <param name="category">Kind of mail, e.g. <c>weekly</c>.</param>
    public Mail ToMail(string key, string category, MailSettings settings, MailAddress to) => new(
        key,
        category,
        new MailAddress(settings.FromAddress, PlainText.Clean(settings.FromName)),
        string.IsNullOrEmpty(settings.ReplyTo) ? null : new MailAddress(settings.ReplyTo, null),
        to with { Name = PlainText.Clean(to.Name) },
        Subject,
        Html,
        Text,
        Attachments);
}
