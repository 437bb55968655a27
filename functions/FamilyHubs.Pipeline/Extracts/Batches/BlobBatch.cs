using FamilyHubs.Pipeline.Extracts.Archives;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>A batch in blobs, <c>landing/{area}/{extract}/</c>. Each blob is read as it was when it was listed, or not at all.</summary>
public sealed class BlobBatch(IBlobs blobs, string area, string extract, string container = Containers.Landing, ArchiveLimits? limits = null)
    : BatchFiles(extract, limits ?? ArchiveLimits.Default)
{
    private readonly Dictionary<string, string> _etags = new(StringComparer.Ordinal);
    private DateTimeOffset? _manifest;
    private DateTimeOffset? _youngest;

    /// <summary>ETag of each blob of the batch as it was listed, by name below the area; empty before.</summary>
    public IReadOnlyDictionary<string, string> ETags =>
        _etags.ToDictionary(e => e.Key[(area.Length + 1)..], e => e.Value, StringComparer.Ordinal);

    /// <summary>
    /// When the last file came that is younger than the manifest; null when there is none. The manifest is written last: such a batch is being sent
    /// again, and what lies there now is part of the one copy and part of the other.
    /// </summary>
    public DateTimeOffset? SentSinceManifest => _youngest > _manifest ? _youngest : null;

    protected override async Task<IReadOnlyList<(string Path, long Length)>> ListLooseAsync(CancellationToken cancel)
    {
        var prefix = $"{area}/{Extract}/";
        List<(string, long)> files = [];
        await foreach (var blob in blobs.ListAsync(container, prefix, cancel))
        {
            _etags[blob.Name] = blob.ETag;
            _youngest = _youngest > blob.LastModified ? _youngest : blob.LastModified;
            _manifest = blob.Name == prefix + Manifest.FileName ? blob.LastModified : _manifest;
            if (!blob.Name[prefix.Length..].Contains('/', StringComparison.Ordinal))
            {
                files.Add((blob.Name, blob.Length));
            }
        }

        return files;
    }

    protected override Task<Stream> OpenLooseAsync(string path, CancellationToken cancel) =>
        blobs.OpenReadAsync(container, path, _etags[path], cancel);
}
