using FamilyHubs.Pipeline.Extracts.Archives;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>A batch that is packed as one zip file: the files of its folder, <c>SRExtract.zip</c> among them or its tables loose.</summary>
public sealed class PackedBatch(string file, ArchiveLimits? limits = null)
    : BatchFiles(Path.GetFileNameWithoutExtension(file), limits ?? ArchiveLimits.Default)
{
    private SafeArchive? _outer;

    protected override async Task<IReadOnlyList<(string Path, long Length)>> ListLooseAsync(CancellationToken cancel)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        _outer = await SafeArchive.OpenAsync(stream, ArchiveKind.Batch, Limits, cancel);
        return [.. _outer.Files.Select(f => (f.Name, f.Length))];
    }

    protected override async Task<Stream> OpenLooseAsync(string path, CancellationToken cancel)
    {
        var content = await _outer!.OpenEntryAsync(path, cancel);
        if (!string.Equals(path, ArchiveName, StringComparison.OrdinalIgnoreCase))
        {
            return content;
        }

        // An archive within is read by position, which a packed stream cannot do: it is unpacked to a file that goes when it is closed.
        await using (content)
        {
            var inner = new FileStream(
                Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            try
            {
                await content.CopyToAsync(inner, cancel);
                return inner;
            }
            catch
            {
                await inner.DisposeAsync();
                throw;
            }
        }
    }

    protected override async ValueTask DisposeCoreAsync()
    {
        if (_outer is not null)
        {
            await _outer.DisposeAsync();
        }

        await base.DisposeCoreAsync();
    }
}
