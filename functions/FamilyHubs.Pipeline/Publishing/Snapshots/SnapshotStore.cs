using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>
/// The snapshots in storage: <c>{area}/{month}/r{n}/</c> with files, then the manifest; the pointer, a table row, last. Nothing of a published
/// revision is ever written again, and nobody sees a revision that the pointer has not reached.
/// </summary>
public sealed class SnapshotStore(IBlobs blobs, ITables tables)
{
    private const string Revision = "Revision";
    private const string Run = "Run";
    private const string Manifest = "Manifest";
    private const string ManifestSha256 = "ManifestSha256";

    /// <summary>The newest whole revision of a month, with the pointer's ETag; null before the first.</summary>
    public async Task<(SnapshotPointer Pointer, string ETag)?> FindAsync(string area, string month, CancellationToken cancel)
    {
        var row = await tables.FindAsync(TableNames.Runs, Partition(area), month, cancel);
        return row is { ETag: { } etag }
            ? (new SnapshotPointer(area, month, (int)row.Integer(Revision)!, row.Text(Run)!, row.Text(Manifest)!, row.Text(ManifestSha256)!), etag)
            : null;
    }

    /// <summary>Months that have a snapshot, in order.</summary>
    public async Task<IReadOnlyList<Month>> MonthsAsync(string area, CancellationToken cancel)
    {
        List<Month> months = [];
        await foreach (var row in tables.QueryAsync(TableNames.Runs, Partition(area), string.Empty, cancel))
        {
            months.Add(Month.Parse(row.Row));
        }

        return months;
    }

    /// <summary>The newest revision of each month that has a snapshot, the last month first.</summary>
    public async Task<IReadOnlyList<SnapshotPointer>> NewestAsync(string area, CancellationToken cancel)
    {
        List<SnapshotPointer> newest = [];
        foreach (var month in (await MonthsAsync(area, cancel)).OrderDescending())
        {
            if (await FindAsync(area, month.ToString(), cancel) is { } found)
            {
                newest.Add(found.Pointer);
            }
        }

        return newest;
    }

    /// <summary>The manifest of a revision that the pointer has reached; null for another.</summary>
    public async Task<SnapshotManifest?> ManifestAsync(string area, string month, int revision, CancellationToken cancel) =>
        await FindAsync(area, month, cancel) is { } newest && revision >= 1 && revision <= newest.Pointer.Revision
        && await ReadAsync(area, month, revision, SnapshotManifest.FileName, cancel) is { } bytes
            ? JsonSerializer.Deserialize<SnapshotManifest>(bytes, PipelineJson.Indented)
            : null;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="BlobNotFoundException">There is none.</exception>
    public Task<Stream> OpenAsync(string area, string month, int revision, string file, CancellationToken cancel) =>
        blobs.OpenReadAsync(Containers.Snapshots, SnapshotNames.File(area, month, revision, file), ifMatch: null, cancel);

    /// <summary>
    /// Writes a revision: files, manifest, and after all of them were read back, the pointer. Doing it again changes nothing. A manifest that is
    /// there already stands, with its files.
    /// </summary>
    /// <param name="content">The revision.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The manifest that stands.</returns>
    /// <exception cref="InvalidDataException">What is in storage is not what the manifest says.</exception>
    public async Task<SnapshotManifest> PublishAsync(SnapshotContent content, CancellationToken cancel)
    {
        var (area, month, revision) = (content.Manifest.Area, content.Manifest.Month, content.Manifest.Revision);
        var document = await ReadAsync(area, month, revision, SnapshotManifest.FileName, cancel);
        if (document is null)
        {
            foreach (var (name, bytes) in content.Files)
            {
                await WriteFileAsync(SnapshotNames.File(area, month, revision, name), bytes, cancel);
            }

            document = await WriteManifestAsync(content.Manifest, cancel);
        }

        var manifest = JsonSerializer.Deserialize<SnapshotManifest>(document, PipelineJson.Indented)!;
        foreach (var file in manifest.Files)
        {
            if (await ReadAsync(area, month, revision, file.Name, cancel) is not { } stored || Hash(stored) != file.Sha256)
            {
                throw new InvalidDataException(
                    $"{SnapshotNames.File(area, month, revision, file.Name)} is not what its manifest says. The revision is not published; remove its folder and run this again.");
            }
        }

        await FlipAsync(manifest, Hash(document), cancel);
        return manifest;
    }

    /// <summary>Writes the manifest where there is none; gives the one that is there then.</summary>
    private async Task<byte[]> WriteManifestAsync(SnapshotManifest manifest, CancellationToken cancel)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(manifest, PipelineJson.Indented);
        try
        {
            using var stream = new MemoryStream(document);
            await blobs.WriteAsync(
                Containers.Snapshots, SnapshotNames.File(manifest.Area, manifest.Month, manifest.Revision, SnapshotManifest.FileName), stream, WriteCondition.Absent, cancel);
            return document;
        }
        catch (BlobConflictException)
        {
            return await ReadAsync(manifest.Area, manifest.Month, manifest.Revision, SnapshotManifest.FileName, cancel) ?? document;
        }
    }

    /// <summary>
    /// Puts a file where there is none. One that is there was written by another worker or before a crash; if that was an earlier version of the
    /// program its bytes may differ, and while there is no manifest nobody can have read it.
    /// </summary>
    private async Task WriteFileAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        try
        {
            using var content = new MemoryStream(bytes);
            await blobs.WriteAsync(Containers.Snapshots, name, content, WriteCondition.Absent, cancel);
        }
        catch (BlobConflictException)
        {
            if (await blobs.FindAsync(Containers.Snapshots, name, cancel) is { } there && !(await ReadAsync(name, cancel)).AsSpan().SequenceEqual(bytes))
            {
                using var content = new MemoryStream(bytes);
                await blobs.WriteAsync(Containers.Snapshots, name, content, WriteCondition.Matches(there.ETag), cancel);
            }
        }
    }

    private async Task FlipAsync(SnapshotManifest manifest, string sha256, CancellationToken cancel)
    {
        while (true)
        {
            var known = await FindAsync(manifest.Area, manifest.Month, cancel);
            if (known?.Pointer.Revision >= manifest.Revision)
            {
                return;
            }

            var row = new TableRow(Partition(manifest.Area), manifest.Month)
            {
                ETag = known?.ETag,
                Values =
                {
                    [Revision] = (long)manifest.Revision,
                    [Run] = manifest.Run,
                    [Manifest] = $"{SnapshotNames.Folder(manifest.Revision)}/{SnapshotManifest.FileName}",
                    [ManifestSha256] = sha256,
                },
            };
            try
            {
                _ = known is null ? await tables.InsertAsync(TableNames.Runs, row, cancel) : await tables.ReplaceAsync(TableNames.Runs, row, cancel);
                return;
            }
            catch (TableConflictException)
            {
                // Another worker flipped it, or this was our own write with its answer lost: read it again.
            }
        }
    }

    private Task<byte[]?> ReadAsync(string area, string month, int revision, string file, CancellationToken cancel) =>
        ReadAsync(SnapshotNames.File(area, month, revision, file), cancel);

    private async Task<byte[]?> ReadAsync(string name, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Snapshots, name, ifMatch: null, cancel);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancel);
            return copy.ToArray();
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Partition(string area) => $"{area}|snapshots";
}
