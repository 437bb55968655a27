using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>
/// A mail service on this machine that takes SendGrid's <c>POST /v3/mail/send</c>, checks it strictly and writes each mail into a folder
/// instead of delivering it. Any key is right. Set <c>Mail__Host</c> to <see cref="Host"/>.
/// </summary>
public sealed class LocalMailServer : IAsyncDisposable
{
    private const int MaxBytes = 30_000_000;
    private const string Bearer = "Bearer ";

    private readonly WebApplication _app;
    private readonly MailFolder _folder;
    private readonly ConcurrentQueue<LocalMailAnswer> _answers = new();
    private int _requests;

    private LocalMailServer(string folder, int port, TimeProvider time)
    {
        _folder = new MailFolder(folder, time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = MaxBytes;
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Address for <c>Mail__Host</c>, with the slash at its end.</summary>
    public Uri Host => new(_app.Urls.First());

    /// <summary>Number of requests so far, those refused included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Starts to listen.</summary>
    /// <param name="folder">Folder for the mails; made when missing, numbers go on from those in it.</param>
    /// <param name="time">Clock for the date of the mails.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <param name="port">Loopback port; 0 for a free one.</param>
    public static async Task<LocalMailServer> StartAsync(string folder, TimeProvider time, CancellationToken cancel, int port = 0)
    {
        var server = new LocalMailServer(folder, port, time);
        await server._app.StartAsync(cancel).ConfigureAwait(false);
        return server;
    }

    /// <summary>Answers the next request so.</summary>
    public void AnswerNext(LocalMailAnswer answer) => _answers.Enqueue(answer);

    public async ValueTask DisposeAsync()
    {
        // Requests that hang on purpose are not waited for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var answer = _answers.TryDequeue(out var scripted) ? scripted : null;
        if (answer is { Hangs: true })
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }
        if (answer is { Takes: false })
        {
            if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
            if (answer.RateLimitReset is { } reset) context.Response.Headers["X-RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
            await RefuseAsync(context, answer.Status, []).ConfigureAwait(false);
            return;
        }
        await TakeAsync(context).ConfigureAwait(false);
        if (answer is { Cuts: true }) context.Abort();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != "/v3/mail/send") await RefuseAsync(context, StatusCodes.Status404NotFound, []).ConfigureAwait(false);
        else if (!HttpMethods.IsPost(request.Method)) await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, []).ConfigureAwait(false);
        else if (request.Headers.Authorization.ToString() is var key && (!key.StartsWith(Bearer, StringComparison.Ordinal) || key.Length == Bearer.Length))
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, []).ConfigureAwait(false);
        else if (!request.HasJsonContentType()) await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, []).ConfigureAwait(false);
        else await StoreAsync(context).ConfigureAwait(false);
    }

    private async Task StoreAsync(HttpContext context)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, [new MailSendError("The body must be JSON.", null)]).ConfigureAwait(false);
            return;
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode, []).ConfigureAwait(false);
            return;
        }

        using (json)
        {
            var errors = MailSendSchema.Check(json.RootElement);
            if (errors.Count > 0)
            {
                await RefuseAsync(context, StatusCodes.Status400BadRequest, errors).ConfigureAwait(false);
            }
            else if (IsSandbox(json.RootElement))
            {
                context.Response.StatusCode = StatusCodes.Status200OK;
            }
            else
            {
                // Taken whatever becomes of the connection.
                context.Response.Headers["X-Message-Id"] = await _folder.AddAsync(json.RootElement, CancellationToken.None).ConfigureAwait(false);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
    }

    private static bool IsSandbox(JsonElement request) =>
        request.TryGetProperty("mail_settings", out var settings) && settings.TryGetProperty("sandbox_mode", out var sandbox)
        && sandbox.GetProperty("enable").ValueKind == JsonValueKind.True;

    private static async Task RefuseAsync(HttpContext context, int status, IReadOnlyList<MailSendError> errors)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var body = new { errors = errors.Select(error => new { message = error.Message, field = error.Field, help = (string?)null }) };
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body), context.RequestAborted).ConfigureAwait(false);
    }
}
