using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>Takes the rows of some people out of the raw files of a container.</summary>
internal sealed class RawFileEraser(IBlobs blobs, PersonFileFilter filter)
{
    /// <param name="container">Container.</param>
    /// <param name="area">Area.</param>
    /// <param name="blob">The file.</param>
    /// <param name="dryRun">Only count.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Rows taken out.</returns>
    public async Task<long> RunAsync(string container, string area, BlobInfo blob, bool dryRun, CancellationToken cancel)
    {
        await using var rest = new TemporaryStream();
        long gone;
        await using (var content = await blobs.OpenReadAsync(container, blob.Name, blob.ETag, cancel))
        {
            gone = await filter.CopyAsync(blob.Name[(area.Length + 1)..], content, rest, cancel);
        }

        if (gone > 0 && !dryRun)
        {
            rest.Position = 0;
            await blobs.WriteAsync(container, blob.Name, rest, WriteCondition.Always, cancel);
        }

        return gone;
    }
}
