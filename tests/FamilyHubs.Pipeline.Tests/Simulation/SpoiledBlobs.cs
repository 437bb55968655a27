using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Blobs of an engine that asks for no condition: put-if-absent overwrites, what was read in one version is written over and deleted in another.</summary>
internal sealed class SpoiledBlobs(IBlobs inner) : IBlobs
{
    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel) => inner.FindAsync(container, name, cancel);

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel) => inner.OpenReadAsync(container, name, null, cancel);

    public IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, CancellationToken cancel) => inner.ListAsync(container, prefix, cancel);

    public Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel) =>
        inner.WriteAsync(container, name, content, WriteCondition.Always, cancel);

    public async Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel)
    {
        await inner.DeleteAsync(container, name, cancel);
        return true;
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancel) => inner.DeleteAsync(container, name, cancel);
}
