using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Copies blobs into a folder.</summary>
internal static class BlobFolder
{
    public static async Task SaveAsync(IBlobs blobs, string container, string prefix, string folder, CancellationToken cancel)
    {
        await foreach (var blob in blobs.ListAsync(container, prefix, cancel))
        {
            var file = Path.Combine(folder, blob.Name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var content = await blobs.OpenReadAsync(container, blob.Name, blob.ETag, cancel);
            await using var copy = File.Create(file);
            await content.CopyToAsync(copy, cancel);
        }
    }
}
