using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.StandInTests.Worker.Host;

public sealed class InvocationTests
{
    private static readonly string[] Body = ["""{"input":null}"""];

    [Fact]
    public async Task Admin_TimerFunction_RunsInItsOwnScope()
    {
        await using var host = await TestHost.StartAsync([typeof(Scoped)], configure: builder => builder.Services.AddScoped<Scope>());

        await RunAsync(host, "Scoped");
        await host.UntilAsync(() => host.Notes.Count == 2);
        await RunAsync(host, "scoped");
        await host.UntilAsync(() => host.Notes.Count == 4);

        var notes = host.Notes.Items;
        Assert.Equal("disposed", notes[1]);
        Assert.Equal("disposed", notes[3]);
        Assert.NotEqual(notes[0], notes[2]);
    }

    [Fact]
    public async Task Admin_UnknownFunctionOrBody_Is404Or400()
    {
        await using var host = await TestHost.StartAsync([typeof(Scoped)], configure: builder => builder.Services.AddScoped<Scope>());
        using var client = host.Client();

        Assert.Equal(404, (int)(await client.PostAsync(new Uri("/admin/functions/Other", UriKind.Relative), new StringContent(Body[0]))).StatusCode);
        Assert.Equal(400, (int)(await client.PostAsync(new Uri("/admin/functions/Scoped", UriKind.Relative), new StringContent("null"))).StatusCode);
        Assert.Empty(host.Notes.Items);
    }

    [Fact]
    public async Task Admin_MasterKeySet_IsAskedFor()
    {
        var settings = new Dictionary<string, string?> { ["AzureFunctionsJobHost:masterKey"] = "secret" };
        await using var host = await TestHost.StartAsync([typeof(Scoped)], settings, configure: builder => builder.Services.AddScoped<Scope>());
        using var client = host.Client();

        Assert.Equal(401, (int)(await client.PostAsync(new Uri("/admin/functions/Scoped", UriKind.Relative), new StringContent(Body[0]))).StatusCode);
        Assert.Equal(202, (int)(await client.PostAsync(new Uri("/admin/functions/Scoped?code=secret", UriKind.Relative), new StringContent(Body[0]))).StatusCode);
    }

    [Fact]
    public async Task Retry_FunctionFailsTwice_SeesItsCountAndEnds()
    {
        await using var host = await TestHost.StartAsync([typeof(FailsTwice)]);

        await RunAsync(host, "FailsTwice");
        await host.UntilAsync(() => host.Notes.Count == 3, TimeSpan.FromSeconds(1));

        Assert.Equal<object>([(0, 2), (1, 2), (2, 2)], host.Notes.Items);
        await host.UntilAsync(() => host.Log.Any(line => line.Contains("(Succeeded", StringComparison.Ordinal)));
        Assert.Equal(2, host.Log.Count(line => line.StartsWith("Error:", StringComparison.Ordinal) && line.Contains("(Failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stop_FunctionRuns_IsCancelledAndAwaited()
    {
        await using var host = await TestHost.StartAsync([typeof(Waits)]);
        await RunAsync(host, "Waits");
        await host.UntilAsync(() => host.Notes.Count == 1);

        await host.StopAsync();

        Assert.Equal(["started", "cancelled"], host.Notes.Items);
        Assert.Contains(host.Log, line => line.Contains("'Functions.Waits' (Cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Middleware_Added_SeesTheFunction()
    {
        await using var host = await TestHost.StartAsync([typeof(Waits), typeof(Quick)], configure: builder =>
            builder.UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Notes>().Add($"{context.FunctionDefinition.Name} {context.FunctionId} {context.GetHttpContext() is null}");
                await next();
            }));

        await RunAsync(host, "Quick");
        await host.UntilAsync(() => host.Notes.Count == 2);

        Assert.Equal(["Quick Host.Functions.Quick True", "quick ran"], host.Notes.Items);
    }

    private static async Task RunAsync(TestHost host, string function)
    {
        using var client = host.Client();
        using var answer = await client.PostAsync(new Uri($"/admin/functions/{function}", UriKind.Relative), new StringContent(Body[0]));
        Assert.Equal(202, (int)answer.StatusCode);
    }

    public sealed class Scope(Notes notes) : IDisposable
    {
        public void Dispose() => notes.Add("disposed");
    }

    public sealed class Scoped(Scope scope, Notes notes)
    {
        [Function("Scoped")]
        public void Run([TimerTrigger("0 0 6 * * 1", UseMonitor = false)] TimerInfo timer, FunctionContext context)
        {
            Assert.Same(scope, context.InstanceServices.GetRequiredService<Scope>());
            Assert.Null(timer.ScheduleStatus);
            notes.Add(context.InvocationId);
        }
    }

    public sealed class FailsTwice(Notes notes)
    {
        [Function("FailsTwice")]
        [FixedDelayRetry(2, "00:00:05")]
        public ValueTask Run([TimerTrigger("0 0 6 * * 1", UseMonitor = false)] TimerInfo timer, FunctionContext context)
        {
            notes.Add((context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount));
            return context.RetryContext.RetryCount < 2 ? throw new InvalidOperationException("Not yet.") : ValueTask.CompletedTask;
        }
    }

    public sealed class Waits(Notes notes)
    {
        [Function("Waits")]
        public async Task Run([TimerTrigger("0 0 6 * * 1", UseMonitor = false)] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken)
        {
            Assert.Equal(context.CancellationToken, cancellationToken);
            notes.Add("started");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                notes.Add("cancelled");
            }
        }
    }

    public sealed class Quick(Notes notes)
    {
        [Function("Quick")]
        public async Task<int> Run([TimerTrigger("0 0 6 * * 1", UseMonitor = false)] TimerInfo timer)
        {
            await Task.Yield();
            notes.Add("quick ran");
            return 1;
        }
    }
}
