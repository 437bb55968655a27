using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.StandInTests.Support;

/// <summary>A host of the given functions on a free port, with a clock that the test moves, what functions wrote down, and the log.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost _host;

    private TestHost(IHost host, FakeTimeProvider clock, Notes notes, ConcurrentQueue<string> log) =>
        (_host, Clock, Notes, Log) = (host, clock, notes, log);

    internal FakeTimeProvider Clock { get; }
    internal Notes Notes { get; }
    internal ConcurrentQueue<string> Log { get; }
    internal IServiceProvider Services => _host.Services;

    internal static async Task<TestHost> StartAsync(
        Type[] functions, Dictionary<string, string?>? settings = null, DateTimeOffset? now = null, Action<FunctionsApplicationBuilder>? configure = null,
        string name = "test-host")
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--AzureFunctionsWebHost:hostid", name], functions);
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        var notes = new Notes();
        var log = new ConcurrentQueue<string>();
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(notes);
        builder.Logging.ClearProviders().AddProvider(new QueueLoggerProvider(log));
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new TestHost(host, clock, notes, log);
    }

    /// <summary>Starts a host that must refuse: it says one sentence, sets exit code 1 and stops. For tests that do not run in parallel.</summary>
    internal static async Task<string> RefusalAsync(Type[] functions, Dictionary<string, string?>? settings = null)
    {
        try
        {
            await using var host = await StartAsync(functions, settings);
            Assert.True(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
            Assert.Equal(1, Environment.ExitCode);
            return Assert.Single(host.Log, line => line.StartsWith("Critical: ", StringComparison.Ordinal));
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    internal HttpClient Client() =>
        new() { BaseAddress = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

    /// <summary>Waits until a condition holds, moving the clock by a step at each look.</summary>
    internal async Task UntilAsync(Func<bool> condition, TimeSpan step = default)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Eventually.TrueAsync(
            () =>
            {
                if (condition())
                    return true;
                Clock.Advance(step);
                return false;
            },
            patience.Token);
    }

    internal Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
