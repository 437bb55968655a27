using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Blobs at which something happens before a chosen call is passed on.</summary>
internal sealed class StoppedBlobs(IBlobs inner) : IBlobs
{
    /// <summary>Before a blob is opened: container and name.</summary>
    public Func<string, string, Task> BeforeRead { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Before a blob is deleted by its version.</summary>
    public Func<string, string, Task> BeforeDelete { get; init; } = (_, _) => Task.CompletedTask;

    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel) => inner.FindAsync(container, name, cancel);

    public async Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel)
    {
        await BeforeRead(container, name);
        cancel.ThrowIfCancellationRequested();
        return await inner.OpenReadAsync(container, name, ifMatch, cancel);
    }

    public IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, CancellationToken cancel) => inner.ListAsync(container, prefix, cancel);

    public Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel) =>
        inner.WriteAsync(container, name, content, condition, cancel);

    public async Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel)
    {
        await BeforeDelete(container, name);
        return await inner.DeleteIfMatchAsync(container, name, etag, cancel);
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancel) => inner.DeleteAsync(container, name, cancel);
}
