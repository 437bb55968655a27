using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Puts local files into <c>landing</c>, as the sender of an extract does: the manifest last.</summary>
internal static class Landing
{
    /// <param name="blobs">The store.</param>
    /// <param name="area">Area.</param>
    /// <param name="extract">Name of the batch.</param>
    /// <param name="source">Folder, or zip that holds the batch's files.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task PutBatchAsync(IBlobs blobs, string area, string extract, string source, CancellationToken cancel)
    {
        if (Directory.Exists(source))
        {
            foreach (var file in Directory.GetFiles(source).OrderBy(IsManifest).ThenBy(f => f, StringComparer.Ordinal))
            {
                await using var content = File.OpenRead(file);
                await PutAsync(blobs, $"{area}/{extract}/{Path.GetFileName(file)}", content, cancel);
            }

            return;
        }

        await using var packed = new PackedBatch(source);
        foreach (var file in (await packed.ListAsync(cancel)).OrderBy(f => IsManifest(f.Name)).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            await using var content = await packed.OpenAsync(file.Name, cancel);
            await PutAsync(blobs, $"{area}/{extract}/{file.Name}", content, cancel);
        }
    }

    /// <param name="path">Path below the area, e.g. <c>reference/postcodes.csv</c>.</param>
    public static async Task PutFileAsync(IBlobs blobs, string area, string path, string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        await PutAsync(blobs, $"{area}/{path}", content, cancel);
    }

    private static Task<string> PutAsync(IBlobs blobs, string name, Stream content, CancellationToken cancel) =>
        blobs.WriteAsync(Containers.Landing, name, content, WriteCondition.Always, cancel);

    private static bool IsManifest(string file) => string.Equals(Path.GetFileName(file), Manifest.FileName, StringComparison.OrdinalIgnoreCase);
}
