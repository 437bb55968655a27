using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Reliability;
using Mail = FamilyHubs.Pipeline.Ports.Mail;

namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>
/// Hands mails to SendGrid, each once: the client's own retries are off, as the service has no idempotency key (reliability.md, findings
/// 8 and 9). What a mail holds and to whom it goes appears in no log and no result.
/// </summary>
public sealed partial class SendGridMailer : IMailer, IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly MailOptions _options;
    private readonly AllowedRecipients _allowed;
    private readonly HttpClient _http;
    private readonly SendGridClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger<SendGridMailer> _log;

    public SendGridMailer(IOptions<MailOptions> options, TimeProvider time, ILogger<SendGridMailer> log)
    {
        (_options, _time, _log) = (options.Value, time, log);
        _allowed = new AllowedRecipients(_options.AllowedRecipients);
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client = new SendGridClient(_http, ClientOptions(_options));
    }

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var result = SendGridMessages.Fault(mail) is { } fault ? new MailResult(MailState.Failed, Reason: fault)
            : !_allowed.Allows(mail.To.Address) ? new MailResult(MailState.Failed, Reason: "The recipient is not on the list Mail__AllowedRecipients.")
            : await HandOverAsync(mail).ConfigureAwait(false);
        LogResult(mail.Category, result.State, result.Reason, result.MessageId);
        return result;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Not to be cancelled: a mail on its way cannot be called back, only its answer would be lost.</summary>
    private async Task<MailResult> HandOverAsync(Mail mail)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        try
        {
            var answer = await _client.SendEmailAsync(SendGridMessages.Of(mail, _options.Sandbox), limit.Token).ConfigureAwait(false);
            return await SendGridAnswers.ResultOfAsync(answer, _time).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return SendGridAnswers.NotReached(e.HttpRequestError);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new MailResult(MailState.Unknown, Reason: $"The answer of the mail service was lost ({e.GetType().Name}); it may have taken the mail.");
        }
    }

    private static SendGridClientOptions ClientOptions(MailOptions options)
    {
        var client = new SendGridClientOptions { ApiKey = options.ApiKey, ReliabilitySettings = new ReliabilitySettings() };
        client.SetDataResidency(options.Region);
        if (!string.IsNullOrEmpty(options.Host)) client.Host = options.Host;
        return client;
    }

    [LoggerMessage(EventName = "MailHandedOver", Level = LogLevel.Information, Message = "A {Category} mail is {State}: {Reason} {MessageId}")]
    private partial void LogResult(string category, MailState state, string? reason, string? messageId);
}
