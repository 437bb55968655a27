using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>Blobs as a process of the simulation reaches them. A listing comes in pages, between which others write; one may be empty and not the last.</summary>
internal sealed class SimulatedBlobs(SimulatedProcess process, InMemoryBlobs inner) : IBlobs
{
    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel) =>
        process.CallAsync(CallKind.Read, new("find", container, name), () => inner.FindAsync(container, name, cancel));

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel) =>
        process.CallAsync(CallKind.Read, new("read", container, name), () => inner.OpenReadAsync(container, name, ifMatch, cancel));

    public async IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        IReadOnlyList<BlobInfo> page;
        bool more;
        do
        {
            (page, more) = await process.CallAsync(
                CallKind.Read, new("list", container, prefix), () => Task.FromResult(process.IsEmptyPage() ? ([], true) : inner.Page(container, prefix, after, process.PageSize)))
                .ConfigureAwait(false);
            foreach (var blob in page)
            {
                cancel.ThrowIfCancellationRequested();
                yield return blob;
            }

            after = page.Count > 0 ? page[^1].Name : after;
        }
        while (more);
    }

    public Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel) => process.CallAsync(
        condition == WriteCondition.Always ? CallKind.Write : CallKind.Conditional,
        new(condition.IfAbsent ? "put if absent" : condition.IfMatch is null ? "put" : "put if match", container, name),
        () => inner.WriteAsync(container, name, content, condition, cancel),
        () => new BlobConflictException(container, name));

    public Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel) =>
        process.CallAsync(CallKind.Write, new("delete if match", container, name), () => inner.DeleteIfMatchAsync(container, name, etag, cancel));

    public Task DeleteAsync(string container, string name, CancellationToken cancel) => process.CallAsync(CallKind.Write, new("delete", container, name), async () =>
    {
        await inner.DeleteAsync(container, name, cancel).ConfigureAwait(false);
        return true;
    });
}
