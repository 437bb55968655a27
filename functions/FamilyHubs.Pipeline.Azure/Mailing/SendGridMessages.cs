using FamilyHubs.Pipeline.Ports;
using SendGrid.Helpers.Mail;
using Mail = FamilyHubs.Pipeline.Ports.Mail;

namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>Mails as messages of SendGrid's v3 interface.</summary>
internal static class SendGridMessages
{
    /// <summary>Name of the custom argument with the key of the mailing ledger; the service repeats it in its events.</summary>
    public const string KeyArgument = "mail_key";

    private const int MaxBytes = 30_000_000;

    /// <summary>Why the mail cannot be sent, in words without its content; null when it can.</summary>
    public static string? Fault(Mail mail)
    {
        if (HasControl(mail.Subject) || HasControl(mail.From.Name) || HasControl(mail.To.Name) || HasControl(mail.ReplyTo?.Name))
            return "The subject or a name has a line break or another control character.";
        if (string.IsNullOrWhiteSpace(mail.Subject)) return "The mail has no subject.";
        if (string.IsNullOrWhiteSpace(mail.Html) || string.IsNullOrWhiteSpace(mail.Text)) return "The mail lacks its HTML part or its text part.";
        if (!IsAddress(mail.From.Address)) return "The sender's address is not a mail address.";
        if (!IsAddress(mail.To.Address)) return "The recipient's address is not a mail address.";
        if (mail.ReplyTo is { } replyTo && !IsAddress(replyTo.Address)) return "The address for replies is not a mail address.";
        var bytes = mail.Attachments.Sum(attachment => 4L * attachment.Content.Length / 3) + mail.Html.Length + mail.Text.Length;
        return bytes > MaxBytes ? "The mail is larger than 30 MB." : null;
    }

    public static SendGridMessage Of(Mail mail, bool sandbox)
    {
        var message = MailHelper.CreateSingleEmail(Address(mail.From), Address(mail.To), mail.Subject, mail.Text, mail.Html);
        if (mail.ReplyTo is { } replyTo) message.SetReplyTo(Address(replyTo));
        message.AddCategory(mail.Category);
        message.AddCustomArg(KeyArgument, mail.Key);
        foreach (var attachment in mail.Attachments) message.AddAttachment(Attachment(attachment));

        // Tracking rewrites links and loads pixels: neither belongs in a mail of the NHS.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);
        message.SetGoogleAnalytics(enable: false);
        message.SetSandBoxMode(sandbox);
        return message;
    }

    private static Attachment Attachment(MailAttachment attachment) => new()
    {
        Filename = attachment.FileName,
        Type = attachment.ContentType,
        Content = Convert.ToBase64String(attachment.Content.Span),
        Disposition = attachment.ContentId is null ? "attachment" : "inline",
        ContentId = attachment.ContentId,
    };

    private static EmailAddress Address(MailAddress address) => new(address.Address, address.Name);

    private static bool IsAddress(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address.Equals(address, StringComparison.Ordinal);

    private static bool HasControl(string? text) => text is not null && text.AsSpan().ContainsAnyInRange('\0', '\u001F');
}
