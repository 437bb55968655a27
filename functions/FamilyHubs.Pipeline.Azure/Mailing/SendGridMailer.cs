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

    private readonly IOptions<MailOptions> _settings;
    private readonly HttpClient _http;
    private readonly Lazy<SendGridClient> _client;
    private readonly TimeProvider _time;
    private readonly ILogger<SendGridMailer> _log;

    /// <summary>A faulty setting is refused when a host starts, or else with the first mail: who sends none needs no key.</summary>
    public SendGridMailer(IOptions<MailOptions> options, TimeProvider time, ILogger<SendGridMailer> log)
    {
        (_settings, _time, _log) = (options, time, log);
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client = new Lazy<SendGridClient>(() => new SendGridClient(_http, ClientOptions(_settings.Value)));
    }

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var options = _settings.Value;
        var result = SendGridMessages.Fault(mail) is { } fault ? new MailResult(MailState.Failed, Reason: fault)
            : !new AllowedRecipients(options.AllowedRecipients).Allows(mail.To.Address) ? new MailResult(MailState.Failed, Reason: "The recipient is not on the list Mail__AllowedRecipients.")
            : await HandOverAsync(mail, options).ConfigureAwait(false);
        LogResult(mail.Category, result.State, result.Reason, result.MessageId);
        return result;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Not to be cancelled: a mail on its way cannot be called back, only its answer would be lost.</summary>
    private async Task<MailResult> HandOverAsync(Mail mail, MailOptions options)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), _time);
        try
        {
            var answer = await _client.Value.SendEmailAsync(SendGridMessages.Of(mail, options.Sandbox), limit.Token).ConfigureAwait(false);
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
