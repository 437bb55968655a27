using System.Globalization;
using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Blobs as files of a folder, so that a benchmark measures the product and not a local storage service. For one process at a time.</summary>
internal sealed class FolderBlobs(string root) : IBlobs
{
    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel)
    {
        var file = new FileInfo(PathOf(container, name));
        return Task.FromResult(file.Exists ? Info(name, file) : null);
    }

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel)
    {
        var file = new FileInfo(PathOf(container, name));
        if (!file.Exists)
        {
            throw new BlobNotFoundException(container, name);
        }

        return ifMatch is not null && ifMatch != Info(name, file).ETag
            ? throw new BlobConflictException(container, name)
            : Task.FromResult<Stream>(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var folder = Path.Combine(root, container);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
        foreach (var name in names.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            yield return Info(name, new FileInfo(PathOf(container, name)));
        }
    }

    public async Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel)
    {
        var known = await FindAsync(container, name, cancel);
        if ((condition.IfAbsent && known is not null) || (condition.IfMatch is { } etag && etag != known?.ETag))
        {
            throw new BlobConflictException(container, name);
        }

        var path = PathOf(container, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            await content.CopyToAsync(file, cancel);
        }

        return Info(name, new FileInfo(path)).ETag;
    }

    public async Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel)
    {
        if (await FindAsync(container, name, cancel) is { } known && known.ETag != etag)
        {
            return false;
        }

        await DeleteAsync(container, name, cancel);
        return true;
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancel)
    {
        if (File.Exists(PathOf(container, name)))
        {
            File.Delete(PathOf(container, name));
        }

        return Task.CompletedTask;
    }

    private static BlobInfo Info(string name, FileInfo file) => new(
        name, file.Length, string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}"), file.LastWriteTimeUtc);

    private string PathOf(string container, string name) => Path.Combine(root, container, name);
}
