using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>Blobs of which one call goes wrong. A listing is one call, and so is opening a blob.</summary>
public sealed class FaultyBlobs(IBlobs inner, FaultPlan plan) : IBlobs
{
    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel) =>
        plan.CallAsync(() => inner.FindAsync(container, name, cancel));

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel) =>
        plan.CallAsync(() => inner.OpenReadAsync(container, name, ifMatch, cancel));

    public async IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = await plan.CallAsync(async () => await inner.ListAsync(container, prefix, cancel).ToArrayAsync(cancel).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var blob in found)
        {
            yield return blob;
        }
    }

    public Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel) =>
        plan.CallAsync(
            () => inner.WriteAsync(container, name, content, condition, cancel),
            condition == WriteCondition.Always ? null : () => new BlobConflictException(container, name));

    public Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel) =>
        plan.CallAsync(() => inner.DeleteIfMatchAsync(container, name, etag, cancel));

    public Task DeleteAsync(string container, string name, CancellationToken cancel) => plan.CallAsync(async () =>
    {
        await inner.DeleteAsync(container, name, cancel).ConfigureAwait(false);
        return true;
    });
}
