namespace Microsoft.Azure.Functions.Worker.Host.Storage;

/// <summary>Limits the runs of all blob functions of the app to <c>extensions.blobs.maxDegreeOfParallelism</c>.</summary>
internal sealed class BlobGate(HostJson hostJson) : IDisposable
{
    private readonly SemaphoreSlim _free = new(hostJson.BlobParallelism);

    internal int Limit { get; } = hostJson.BlobParallelism;

    internal async Task RunAsync(Func<Task> run, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            await run();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
