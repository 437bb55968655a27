using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases.Forgetting;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Moves what was committed from <c>landing</c> to the cold, time-limited <c>archive</c> (extracts.md 6). Each blob is written there before it
/// is deleted here, and the manifest goes last, so that nothing is lost whenever it is cut off and the rest is found again. A blob that
/// was sent anew since it was read stays, even when that happens between the copy and the deletion.
/// </summary>
public sealed class LandingArchive(IBlobs blobs, ForgottenFiles forgotten)
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

        var filter = found.Count > 0 ? await forgotten.FilterAsync(entry.Area, cancel) : null;
        foreach (var blob in found.OrderBy(b => b.Name.EndsWith($"/{Manifest.FileName}", StringComparison.Ordinal)))
        {
            await using (var content = await blobs.OpenReadAsync(Containers.Landing, blob.Name, blob.ETag, cancel))
            {
                await using var rest = filter is null ? null : await WithoutAsync(filter, entry.Area, blob, content, cancel);
                await blobs.WriteAsync(Containers.Archive, blob.Name, rest ?? content, WriteCondition.Always, cancel);
            }

            // What was sent anew since then is not deleted: it is the next thing to take.
            await blobs.DeleteIfMatchAsync(Containers.Landing, blob.Name, blob.ETag, cancel);
        }
    }

    /// <summary>The file without the rows of forgotten people; null when it has none, and may be kept as it is.</summary>
    private static async Task<Stream?> WithoutAsync(PersonFileFilter filter, string area, BlobInfo blob, Stream content, CancellationToken cancel)
    {
        var rest = new TemporaryStream();
        if (await filter.CopyAsync(blob.Name[(area.Length + 1)..], content, rest, cancel) > 0)
        {
            rest.Position = 0;
            return rest;
        }

        await rest.DisposeAsync();
        content.Position = 0;
        return null;
    }
}
