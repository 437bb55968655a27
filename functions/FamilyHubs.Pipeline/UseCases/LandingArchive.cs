using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Moves what was committed from <c>landing</c> to the cold, time-limited <c>archive</c> (extracts.md 6). Each blob is written there before it
/// is deleted here, so that nothing is lost whenever it is cut off.
/// </summary>
public sealed class LandingArchive(IBlobs blobs)
{
    /// <param name="area">Area.</param>
    /// <param name="path">A batch's folder, or one file, below the area.</param>
    /// <param name="cancel">Cancels; the rest is moved next time.</param>
    public async Task MoveAsync(string area, string path, CancellationToken cancel)
    {
        List<BlobInfo> found = [];
        await foreach (var blob in blobs.ListAsync(Containers.Landing, $"{area}/{path}", cancel))
        {
            if (blob.Name.Length == area.Length + 1 + path.Length || blob.Name[area.Length + 1 + path.Length] == '/')
            {
                found.Add(blob);
            }
        }

        foreach (var blob in found)
        {
            await using (var content = await blobs.OpenReadAsync(Containers.Landing, blob.Name, blob.ETag, cancel))
            {
                await blobs.WriteAsync(Containers.Archive, blob.Name, content, WriteCondition.Always, cancel);
            }

            await blobs.DeleteAsync(Containers.Landing, blob.Name, cancel);
        }
    }
}
