namespace FamilyHubs.Pipeline.Ports;

/// <summary>A mail to one recipient.</summary>
/// <param name="Key">Report, period and recipient: the key of the mailing ledger, sent along as a custom argument.</param>
/// <param name="Category">Kind of mail for statistics, e.g. <c>weekly</c>.</param>
public sealed record Mail(
    string Key,
    string Category,
    MailAddress From,
    MailAddress? ReplyTo,
    MailAddress To,
    string Subject,
    string Html,
    string Text,
    IReadOnlyList<MailAttachment> Attachments);
