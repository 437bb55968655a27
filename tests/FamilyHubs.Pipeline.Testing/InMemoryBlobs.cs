using System.Globalization;
using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing;

/// <summary>
/// Blob storage in memory by Azure's documented rules: whole writes, ETags, put-if-absent, a reader bound to the version it
/// opened, ordinal listing, times in whole seconds. Safe for several threads.
/// </summary>
public sealed class InMemoryBlobs(TimeProvider time, IEnumerable<string>? containers = null) : IBlobs
{
    private const int NameLength = 1024;
    private const int NameParts = 254;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, StoredBlob>> _containers = (containers ?? Containers.All)
        .ToDictionary(name => name, _ => new SortedDictionary<string, StoredBlob>(StringComparer.Ordinal), StringComparer.Ordinal);
    private long _writes;

    /// <summary>What a container holds now.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Contents(string container)
    {
        lock (_gate) return Open(container).ToDictionary(blob => blob.Key, blob => blob.Value.Content, StringComparer.Ordinal);
    }

    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Current(container, name)?.Info);
    }

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var blob = Current(container, name) ?? throw new BlobNotFoundException(container, name);
        if (ifMatch is not null && ifMatch != blob.Info.ETag) throw new BlobConflictException(container, name);
        return Task.FromResult<Stream>(new InMemoryBlobStream(blob.Content, () => CheckUnchanged(container, name, blob.Info.ETag)));
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        List<BlobInfo> found;
        lock (_gate) found = [.. Open(container).Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(blob => blob.Value.Info)];
        foreach (var info in found)
        {
            cancel.ThrowIfCancellationRequested();
            yield return info;
        }
    }

    /// <summary>A page of a listing, and whether there are more.</summary>
    /// <param name="container">Container.</param>
    /// <param name="prefix">Beginning of the names.</param>
    /// <param name="after">Last name of the page before; null for the first page.</param>
    /// <param name="count">Blobs of a page.</param>
    public (IReadOnlyList<BlobInfo> Blobs, bool More) Page(string container, string prefix, string? after, int count)
    {
        List<BlobInfo> page = [];
        lock (_gate)
        {
            foreach (var (name, blob) in Open(container))
            {
                if (!name.StartsWith(prefix, StringComparison.Ordinal) || (after is not null && string.CompareOrdinal(name, after) <= 0)) continue;
                if (page.Count == count) return (page, true);
                page.Add(blob.Info);
            }
        }
        return (page, false);
    }

    public async Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel)
    {
        CheckName(name);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel).ConfigureAwait(false);
        var bytes = copy.ToArray();
        lock (_gate)
        {
            var blobs = Open(container);
            var current = blobs.GetValueOrDefault(name);
            var allowed = condition switch
            {
                { IfAbsent: true } => current is null,
                { IfMatch: { } etag } => current?.Info.ETag == etag,
                _ => true,
            };
            if (!allowed) throw new BlobConflictException(container, name);
            var info = new BlobInfo(name, bytes.Length, NextETag(), WholeSeconds(time.GetUtcNow()));
            blobs[name] = new StoredBlob(info, bytes);
            return info.ETag;
        }
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate) Open(container).Remove(name);
        return Task.CompletedTask;
    }

    public Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var blobs = Open(container);
            if (blobs.TryGetValue(name, out var current) && current.Info.ETag != etag) return Task.FromResult(false);
            blobs.Remove(name);
            return Task.FromResult(true);
        }
    }

    private StoredBlob? Current(string container, string name)
    {
        lock (_gate) return Open(container).GetValueOrDefault(name);
    }

    private void CheckUnchanged(string container, string name, string etag)
    {
        var current = Current(container, name) ?? throw new BlobNotFoundException(container, name);
        if (current.Info.ETag != etag) throw new BlobConflictException(container, name);
    }

    private SortedDictionary<string, StoredBlob> Open(string container) => _containers.TryGetValue(container, out var blobs)
        ? blobs
        : throw new InvalidOperationException($"There is no blob container {container}.");

    private string NextETag() => string.Create(CultureInfo.InvariantCulture, $"\"0x{++_writes:X15}\"");

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > NameLength || name.Count(c => c == '/') >= NameParts)
            throw new ArgumentException($"A blob name has 1 to {NameLength} characters in at most {NameParts} parts.", nameof(name));
        if (name.EndsWith('.') || name.EndsWith('/') || name.Contains('\\', StringComparison.Ordinal))
            throw new ArgumentException("A blob name must not end with a dot or a slash or contain a backslash: the service rewrites such names.", nameof(name));
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private sealed record StoredBlob(BlobInfo Info, ReadOnlyMemory<byte> Content);
}
