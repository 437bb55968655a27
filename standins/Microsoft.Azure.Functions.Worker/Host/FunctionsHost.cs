using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The Functions host and the worker in one process: the web server, then the listeners of the triggers.</summary>
internal sealed partial class FunctionsHost(WebApplication web, IReadOnlyList<TriggerListener> listeners, HostStartException? refusal)
    : IHost, IAsyncDisposable
{
    private readonly ILogger _logger = web.Services.GetRequiredService<ILogger<FunctionsHost>>();

    public IServiceProvider Services => web.Services;

    /// <summary>Finds the functions, makes a listener for each and maps their addresses. What cannot be run is said at the start.</summary>
    internal static FunctionsHost Create(WebApplication web)
    {
        try
        {
            var functions = FunctionDiscovery.Find(web.Services.GetRequiredService<FunctionTypes>().Types);
            var listeners = functions.Select(function => Listener(function, web.Services)).ToArray();
            foreach (var listener in listeners)
                listener.Map(web);
            AdminEndpoint.Map(web, listeners);
            return new FunctionsHost(web, listeners, refusal: null);
        }
        catch (HostStartException e)
        {
            return new FunctionsHost(web, [], e);
        }
    }

    /// <summary>Starts to listen. When that cannot be, says why in one sentence and ends the process with exit code 1.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (refusal is not null)
                throw refusal;
            await StartServerAsync(cancellationToken);
            foreach (var listener in listeners)
                await listener.StartAsync(cancellationToken);
            FunctionList.Write(Console.Out, listeners, Address());
        }
        catch (HostStartException e)
        {
            LogCannotStart(e.Message);
            Environment.ExitCode = 1;
            web.Lifetime.StopApplication();
        }
    }

    /// <summary>Cancels what runs and waits for it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        web.Lifetime.StopApplication();
        var ended = Task.WhenAll([.. listeners.Select(listener => listener.StopAsync()), web.Services.GetRequiredService<BackgroundRuns>().WhenIdleAsync(cancellationToken)]);
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await web.StopAsync(cancellationToken);
    }

    public void Dispose() => ((IDisposable)web).Dispose();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        var port = ListenAddress.Port(web.Configuration);
        ListenAddress.CheckFree(port);
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw ListenAddress.InUse(port, e);
        }
    }

    private string Address() =>
        web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("127.0.0.1", "localhost", StringComparison.Ordinal).TrimEnd('/');

    private static TriggerListener Listener(FunctionDescriptor function, IServiceProvider services)
    {
        var type = function.Trigger.GetType().GetCustomAttribute<TriggerListenerAttribute>()?.ListenerType
            ?? throw new HostStartException($"Function '{function.Name}': this host knows no {function.TriggerKind}.");
        return (TriggerListener)ActivatorUtilities.CreateInstance(services, type, function);
    }

    [LoggerMessage(Level = LogLevel.Critical, EventName = "HostCannotStart", Message = "{Reason}")]
    private partial void LogCannotStart(string reason);
}
