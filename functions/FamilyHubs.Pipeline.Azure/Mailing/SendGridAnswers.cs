using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FamilyHubs.Pipeline.Ports;
using SendGrid;

namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>Answers of SendGrid as results.</summary>
internal static class SendGridAnswers
{
    private const string MessageIdHeader = "X-Message-Id";
    private const string ResetHeader = "X-RateLimit-Reset";
    private const int MaxFields = 10;
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static async Task<MailResult> ResultOfAsync(Response answer, TimeProvider time)
    {
        var status = (int)answer.StatusCode;
        var reason = string.Create(CultureInfo.InvariantCulture, $"Status {status}");
        return status switch
        {
            >= 200 and < 300 => new MailResult(MailState.Accepted, First(answer.Headers, MessageIdHeader), reason),
            (int)HttpStatusCode.TooManyRequests or >= 500 => new MailResult(MailState.Busy, Reason: reason, RetryAfter: RetryAfter(answer.Headers, time)),
            _ => new MailResult(MailState.Failed, Reason: reason + Fields(await answer.Body.ReadAsStringAsync().ConfigureAwait(false))),
        };
    }

    /// <summary>Nothing was sent, so it can be sent again.</summary>
    public static MailResult NotReached(HttpRequestError error) =>
        new(MailState.Busy, Reason: $"The mail service was not reached ({error}).", RetryAfter: DefaultWait);

    private static TimeSpan RetryAfter(HttpResponseHeaders headers, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => long.TryParse(First(headers, ResetHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
                ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
                : DefaultWait,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    /// <summary>Which fields the service found at fault. Its messages are left out: they may repeat an address or content.</summary>
    private static string Fields(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array) return "";
            var fields = errors.EnumerateArray()
                .Select(error => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "")
                .Where(IsFieldPath).Distinct(StringComparer.Ordinal).Take(MaxFields).ToList();
            return fields.Count == 0 ? "" : $" ({string.Join(", ", fields)})";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static bool IsFieldPath(string field) =>
        field.Length is > 0 and <= 60 && field.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.' or '[' or ']');

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
