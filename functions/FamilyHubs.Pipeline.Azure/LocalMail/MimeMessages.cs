using System.Text.Json;
using MimeKit;

namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>Checked requests as messages that a mail program opens.</summary>
internal static class MimeMessages
{
    /// <summary>The message for the recipients of all personalizations.</summary>
    public static MimeMessage Of(JsonElement request, string messageId, DateTimeOffset date)
    {
        var message = new MimeMessage { Subject = Subject(request), Date = date, MessageId = messageId + "@localhost" };
        message.From.Add(Address(request.GetProperty("from")));
        if (request.TryGetProperty("reply_to", out var replyTo)) message.ReplyTo.Add(Address(replyTo));
        foreach (var personalization in request.GetProperty("personalizations").EnumerateArray())
        {
            AddAll(message.To, personalization, "to");
            AddAll(message.Cc, personalization, "cc");
        }
        message.Body = Body(request).ToMessageBody();
        return message;
    }

    private static BodyBuilder Body(JsonElement request)
    {
        var body = new BodyBuilder();
        if (request.TryGetProperty("content", out var contents))
        {
            foreach (var content in contents.EnumerateArray())
            {
                var text = content.GetProperty("value").GetString();
                if (content.GetProperty("type").GetString() == "text/html") body.HtmlBody = text;
                else body.TextBody = text;
            }
        }
        if (!request.TryGetProperty("attachments", out var attachments)) return body;
        foreach (var attachment in attachments.EnumerateArray())
        {
            var inline = attachment.TryGetProperty("disposition", out var disposition) && disposition.GetString() == "inline";
            var type = attachment.TryGetProperty("type", out var named) ? ContentType.Parse(named.GetString()!) : new ContentType("application", "octet-stream");
            var part = (inline ? body.LinkedResources : body.Attachments).Add(
                attachment.GetProperty("filename").GetString()!, attachment.GetProperty("content").GetBytesFromBase64(), type);
            if (inline) part.ContentId = attachment.GetProperty("content_id").GetString();
        }
        return body;
    }

    private static string Subject(JsonElement request) => request.TryGetProperty("subject", out var subject)
        ? subject.GetString()!
        : request.GetProperty("personalizations")[0].GetProperty("subject").GetString()!;

    private static void AddAll(InternetAddressList list, JsonElement personalization, string kind)
    {
        if (!personalization.TryGetProperty(kind, out var addresses)) return;
        foreach (var address in addresses.EnumerateArray()) list.Add(Address(address));
    }

    private static MailboxAddress Address(JsonElement address) =>
        new(address.TryGetProperty("name", out var name) ? name.GetString() : null, address.GetProperty("email").GetString()!);
}
