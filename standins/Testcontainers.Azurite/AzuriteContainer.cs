using FamilyHubs.Pipeline.Azure.LocalStorage;

namespace Testcontainers.Azurite;

/// <summary>Azurite on free loopback ports; its data go when it is disposed.</summary>
public sealed class AzuriteContainer : IAsyncDisposable
{
    internal const string InMemory = "--inMemoryPersistence";

    private readonly IReadOnlyList<string> _command;
    private AzuriteProcess? _process;

    internal AzuriteContainer(IReadOnlyList<string> command) => _command = command;

    private AzuritePorts Ports => _process?.Ports ?? throw new InvalidOperationException("The Azurite container has not been started.");

    /// <summary>Installs Azurite on first use, starts it and waits until it listens.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        if (_process is not null) return;
        var arguments = _command.Contains(InMemory) ? _command : [InMemory, .. _command];
        _process = await AzuriteProcess.StartAsync(
            AzuritePackage.Find(), AzuritePorts.Free, arguments, Environment.GetEnvironmentVariable("PATH"), ct).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        await _process.DisposeAsync().ConfigureAwait(false);
        _process = null;
    }

    public string GetConnectionString() => Ports.ConnectionString;

    public string GetBlobEndpoint() => Ports.BlobEndpoint;

    public string GetQueueEndpoint() => Ports.QueueEndpoint;

    public string GetTableEndpoint() => Ports.TableEndpoint;

    /// <summary>The port on this machine of a service's port in the container.</summary>
    public ushort GetMappedPublicPort(int containerPort) => (ushort)(containerPort switch
    {
        AzuriteBuilder.BlobPort => Ports.Blob,
        AzuriteBuilder.QueuePort => Ports.Queue,
        AzuriteBuilder.TablePort => Ports.Table,
        _ => throw new InvalidOperationException($"Port {containerPort} of the Azurite container is not mapped."),
    });
}
