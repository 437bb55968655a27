using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>The rules of SendGrid's <c>POST /v3/mail/send</c>, strictly: a field it does not know is a fault here.</summary>
internal sealed class MailSendSchema
{
    private const int MaxPersonalizations = 1000;
    private const int MaxRecipients = 1000;
    private const int MaxCategories = 10;
    private const int MaxCategoryLength = 255;
    private const int MaxCustomArgsBytes = 10_000;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "personalizations", "from", "reply_to", "reply_to_list", "subject", "content", "attachments", "template_id", "headers", "categories", "custom_args",
        "send_at", "batch_id", "asm", "ip_pool_name", "mail_settings", "tracking_settings",
    };

    private readonly List<MailSendError> _errors = [];
    private int _recipients;

    /// <summary>The faults of a request; none when it is to be taken.</summary>
    public static IReadOnlyList<MailSendError> Check(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) return [new MailSendError("The body must be a JSON object.", null)];
        var schema = new MailSendSchema();
        schema.CheckRequest(request);
        return schema._errors;
    }

    private void CheckRequest(JsonElement request)
    {
        foreach (var field in request.EnumerateObject())
        {
            if (!Known.Contains(field.Name)) Add("This field is not known.", field.Name);
        }

        CheckAddress(request, "from", "from", required: true);
        CheckAddress(request, "reply_to", "reply_to", required: false);
        var hasSubject = CheckText(request, "subject", "subject", required: false);
        CheckPersonalizations(request, hasSubject);
        CheckContents(request);
        CheckAttachments(request);
        CheckCategories(request);
        CheckStrings(request, "custom_args", MaxCustomArgsBytes);
        CheckStrings(request, "headers", int.MaxValue);
        CheckSwitches(request, "mail_settings");
        CheckSwitches(request, "tracking_settings");
    }

    private void CheckPersonalizations(JsonElement request, bool hasSubject)
    {
        if (Array(request, "personalizations", "personalizations", required: true) is not { } list) return;
        if (list.GetArrayLength() is 0 or > MaxPersonalizations) Add("There must be 1 to 1000 personalizations.", "personalizations");
        for (var i = 0; i < list.GetArrayLength(); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"personalizations.{i}");
            if (list[i].ValueKind != JsonValueKind.Object)
            {
                Add("A personalization must be an object.", path);
                continue;
            }
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var kind in (ReadOnlySpan<string>)["to", "cc", "bcc"]) CheckRecipients(list[i], kind, $"{path}.{kind}", seen);
            if (!CheckText(list[i], "subject", $"{path}.subject", required: false) && !hasSubject) Add("The subject is required.", "subject");
        }
        if (_recipients > MaxRecipients) Add("There must be at most 1000 recipients.", "personalizations");
    }

    private void CheckRecipients(JsonElement personalization, string kind, string path, HashSet<string> seen)
    {
        if (Array(personalization, kind, path, required: kind == "to") is not { } recipients) return;
        if (recipients.GetArrayLength() == 0) Add("There must be a recipient.", path);
        for (var i = 0; i < recipients.GetArrayLength(); i++)
        {
            _recipients++;
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.{i}");
            if (CheckAddress(recipients[i], at) is { } address && !seen.Add(address)) Add("Each address must come once in to, cc and bcc.", at + ".email");
        }
    }

    private void CheckContents(JsonElement request)
    {
        if (Array(request, "content", "content", required: !request.TryGetProperty("template_id", out _)) is not { } contents) return;
        if (contents.GetArrayLength() == 0) Add("There must be content.", "content");
        var previous = -1;
        for (var i = 0; i < contents.GetArrayLength(); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"content.{i}");
            if (!CheckText(contents[i], "value", path + ".value", required: true) || !CheckText(contents[i], "type", path + ".type", required: true)) continue;
            var rank = contents[i].GetProperty("type").GetString() switch { "text/plain" => 0, "text/html" => 1, _ => 2 };
            if (rank <= previous) Add("Content must be text/plain first, then text/html, each once.", path + ".type");
            previous = rank;
        }
    }

    private void CheckAttachments(JsonElement request)
    {
        if (Array(request, "attachments", "attachments", required: false) is not { } attachments) return;
        for (var i = 0; i < attachments.GetArrayLength(); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"attachments.{i}");
            CheckText(attachments[i], "filename", path + ".filename", required: true);
            CheckText(attachments[i], "type", path + ".type", required: false);
            if (CheckText(attachments[i], "content", path + ".content", required: true) && !Base64.IsValid(attachments[i].GetProperty("content").GetString()))
                Add("The content must be base64.", path + ".content");
            if (!CheckText(attachments[i], "disposition", path + ".disposition", required: false)) continue;
            var disposition = attachments[i].GetProperty("disposition").GetString();
            if (disposition is not ("inline" or "attachment")) Add("The disposition must be inline or attachment.", path + ".disposition");
            if (disposition == "inline") CheckText(attachments[i], "content_id", path + ".content_id", required: true);
        }
    }

    private void CheckCategories(JsonElement request)
    {
        if (Array(request, "categories", "categories", required: false) is not { } categories) return;
        var texts = categories.EnumerateArray().Select(category => category.ValueKind == JsonValueKind.String ? category.GetString()! : "").ToList();
        if (texts.Count > MaxCategories || texts.Distinct(StringComparer.Ordinal).Count() != texts.Count || texts.Exists(text => text.Length is 0 or > MaxCategoryLength))
            Add("There must be at most 10 different categories of at most 255 characters.", "categories");
    }

    private void CheckStrings(JsonElement request, string name, int maxBytes)
    {
        if (!request.TryGetProperty(name, out var values)) return;
        if (values.ValueKind != JsonValueKind.Object || values.EnumerateObject().Any(value => value.Value.ValueKind != JsonValueKind.String))
            Add("This must be an object of texts.", name);
        else if (values.GetRawText().Length > maxBytes)
            Add("This is too long.", name);
    }

    /// <summary>Settings are objects of objects whose <c>enable</c> is true or false, not a text or a number.</summary>
    private void CheckSwitches(JsonElement request, string name)
    {
        if (!request.TryGetProperty(name, out var settings)) return;
        if (settings.ValueKind != JsonValueKind.Object)
        {
            Add("This must be an object.", name);
            return;
        }
        foreach (var setting in settings.EnumerateObject())
        {
            if (setting.Value.ValueKind != JsonValueKind.Object || !setting.Value.TryGetProperty("enable", out var enable) || enable.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                Add("A setting must have enable, true or false.", $"{name}.{setting.Name}.enable");
        }
    }

    private void CheckAddress(JsonElement parent, string name, string path, bool required)
    {
        if (parent.TryGetProperty(name, out var address)) CheckAddress(address, path);
        else if (required) Add("This address is required.", path);
    }

    private string? CheckAddress(JsonElement address, string path)
    {
        if (!CheckText(address, "email", path + ".email", required: true)) return null;
        CheckText(address, "name", path + ".name", required: false, allowEmpty: true);
        var email = address.GetProperty("email").GetString()!;
        if (System.Net.Mail.MailAddress.TryCreate(email, out var parsed) && parsed.Address == email) return email;
        Add("This is not a mail address.", path + ".email");
        return null;
    }

    private JsonElement? Array(JsonElement parent, string name, string path, bool required)
    {
        if (parent.TryGetProperty(name, out var array))
        {
            if (array.ValueKind == JsonValueKind.Array) return array;
            Add("This must be an array.", path);
        }
        else if (required)
        {
            Add("This array is required.", path);
        }
        return null;
    }

    /// <summary>Whether the field is there and is a text that is not empty.</summary>
    private bool CheckText(JsonElement parent, string name, string path, bool required, bool allowEmpty = false)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            Add("This must be in an object.", path);
            return false;
        }
        if (!parent.TryGetProperty(name, out var text))
        {
            if (required) Add("This field is required.", path);
            return false;
        }
        if (text.ValueKind == JsonValueKind.String && (allowEmpty || text.GetString()!.Length > 0)) return true;
        Add("This must be a text that is not empty.", path);
        return false;
    }

    private void Add(string message, string? field) => _errors.Add(new MailSendError(message, field));
}
