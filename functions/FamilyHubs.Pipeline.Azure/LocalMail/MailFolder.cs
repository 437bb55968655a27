using System.Globalization;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>Files of the mails taken: <c>{n}-{recipient}.json</c>, the request, and <c>{n}-{recipient}.eml</c>, the mail.</summary>
internal sealed class MailFolder(string path, TimeProvider time)
{
    private const int MaxRecipientLength = 100;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private int _last = LastIn(path);

    /// <summary>Stores a checked request and gives the id of its message.</summary>
    public async Task<string> AddAsync(JsonElement request, CancellationToken cancel)
    {
        var number = Interlocked.Increment(ref _last);
        var recipient = request.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!;
        var file = Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{number:D4}-{Safe(recipient)}"));
        var id = string.Create(CultureInfo.InvariantCulture, $"local-{number:D4}");
        using var message = MimeMessages.Of(request, id, time.GetUtcNow());
        await message.WriteToAsync(file + ".eml", cancel).ConfigureAwait(false);
        await File.WriteAllBytesAsync(file + ".json", JsonSerializer.SerializeToUtf8Bytes(request, Indented), cancel).ConfigureAwait(false);
        return id;
    }

    /// <summary>The recipient with only letters, digits, dots, hyphens and <c>@</c>; no other character may steer a path.</summary>
    private static string Safe(string recipient)
    {
        var safe = string.Concat(recipient.Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' ? c : '_'));
        return safe.Length <= MaxRecipientLength ? safe : safe[..MaxRecipientLength];
    }

    private static int LastIn(string path)
    {
        Directory.CreateDirectory(path);
        return Directory.EnumerateFiles(path, "*.json")
            .Select(file => int.TryParse(Path.GetFileName(file).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max();
    }
}
