using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Moves what was committed from <c>landing</c> to the cold, time-limited <c>archive</c> (extracts.md 6). Each blob is written there before it
/// is deleted here, and the manifest goes last, so that nothing is lost whenever it is cut off and the rest is found again. A blob that
/// was sent anew since it was read stays, even when that happens between the copy and the deletion.
/// </summary>
public sealed class LandingArchive(IBlobs blobs)
{
    /// <param name="entry">Ledger entry with the blobs that were read.</param>
    /// <param name="cancel">Cancels; the rest is moved next time.</param>
    public async Task MoveAsync(ExtractEntry entry, CancellationToken cancel)
    {
        List<BlobInfo> found = [];
        await foreach (var blob in blobs.ListAsync(Containers.Landing, $"{entry.Area}/{entry.Extract}", cancel))
        {
            if (entry.Blobs.TryGetValue(blob.Name[(entry.Area.Length + 1)..], out var read) && read == blob.ETag)
            {
                found.Add(blob);
            }
        }

        foreach (var blob in found.OrderBy(b => b.Name.EndsWith($"/{Manifest.FileName}", StringComparison.Ordinal)))
        {
            await using (var content = await blobs.OpenReadAsync(Containers.Landing, blob.Name, blob.ETag, cancel))
            {
                await blobs.WriteAsync(Containers.Archive, blob.Name, content, WriteCondition.Always, cancel);
            }

            // What was sent anew since then is not deleted: it is the next thing to take.
            await blobs.DeleteIfMatchAsync(Containers.Landing, blob.Name, blob.ETag, cancel);
        }
    }
}
