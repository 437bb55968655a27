using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.Azure;

/// <summary>Makes missing containers and tables of local storage when a host starts, before its functions run.</summary>
public static class StoresAtStart
{
    public static IServiceCollection AddHostedStores(this IServiceCollection services) => services.AddHostedService<Starter>();

    private sealed class Starter(AzureStores stores) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => stores.EnsureStoresAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
