using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>
/// The log of a table: one entry a version, written only where there is none yet. A version is what its entry and all before it
/// say, so every earlier version can be read as long as its files are kept.
/// </summary>
internal sealed class DeltaLog(IBlobs blobs, TimeProvider time, string area, string table)
{
    private const int ReadsAtOnce = 8;

    /// <summary>A version of the table; null when the table was never committed.</summary>
    /// <param name="version">Version; null for the newest.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InvalidDataException">There is no such version, or the log is not whole.</exception>
    public async Task<TableState?> ReadAsync(long? version, CancellationToken cancel)
    {
        var newest = await FindNewestAsync(cancel).ConfigureAwait(false);
        if (newest < 0 && version is null or < 0)
        {
            return null;
        }

        var wanted = version ?? newest;
        if (wanted > newest)
        {
            throw new InvalidDataException($"Table {table} has no version {wanted}; its newest is {newest}.");
        }

        var entries = await ForEachAsync(wanted, version => ReadEntryAsync(version, cancel), cancel).ConfigureAwait(false);
        return new LogReplay(table, entries).State();
    }

    /// <summary>Every version in one reading; null when the table was never committed.</summary>
    public async Task<LogReplay?> ReadHistoryAsync(CancellationToken cancel)
    {
        var texts = await ReadTextsAsync(cancel).ConfigureAwait(false);
        return texts.Count == 0 ? null : new LogReplay(table, [.. texts.Select((text, version) => LogReader.Read(table, version, text.Content))]);
    }

    /// <summary>The entries as they stand, in order.</summary>
    public async Task<IReadOnlyList<(string ETag, ReadOnlyMemory<byte> Content)>> ReadTextsAsync(CancellationToken cancel)
    {
        var newest = await FindNewestAsync(cancel).ConfigureAwait(false);
        return await ForEachAsync(newest, ReadTextAsync, cancel).ConfigureAwait(false);

        async Task<(string, ReadOnlyMemory<byte>)> ReadTextAsync(long version)
        {
            var name = LakeNames.LogEntry(area, table, version);
            var found = await blobs.FindAsync(Containers.Lake, name, cancel).ConfigureAwait(false) ?? throw new BlobNotFoundException(Containers.Lake, name);
            return (found.ETag, await ReadBytesAsync(name, found.ETag, cancel).ConfigureAwait(false));
        }
    }

    /// <summary>Replaces an entry that must be as it was read. The log is history: only forgetting a person changes it.</summary>
    /// <exception cref="LakeConflictException">The entry was changed meanwhile.</exception>
    public async Task ReplaceAsync(long version, string etag, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var name = LakeNames.LogEntry(area, table, version);
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            await blobs.WriteAsync(Containers.Lake, name, stream, WriteCondition.Matches(etag), cancel).ConfigureAwait(false);
        }
        catch (BlobConflictException)
        {
            // Perhaps the answer to this very write was lost.
            var written = await ReadBytesAsync(name, etag: null, cancel).ConfigureAwait(false);
            if (!written.Span.SequenceEqual(content.Span))
            {
                throw new LakeConflictException(table);
            }
        }
    }

    /// <summary>
    /// The version to build on when <paramref name="pinned"/> is what is known to be committed: that one, or a later one that holds the
    /// same rows. Null when nothing is.
    /// </summary>
    /// <param name="head">The newest version.</param>
    /// <param name="pinned">Version; negative when no version was ever pinned.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<TableState?> FindBaseAsync(TableState? head, long pinned, CancellationToken cancel)
    {
        var same = pinned;
        while (same < (head?.Version ?? -1) && !(await ReadEntryAsync(same + 1, cancel).ConfigureAwait(false)).ChangesRows)
        {
            same++;
        }

        return same == head?.Version ? head : same < 0 ? null : await ReadAsync(same, cancel).ConfigureAwait(false);
    }

    /// <summary>Writes a version. Gives what is now known as that version's commit, or null when another writer has taken it.</summary>
    public async Task<TableCommit?> TryCommitAsync(LogEntry entry, CancellationToken cancel)
    {
        using var content = LogWriter.Write(entry, area, time.GetUtcNow());
        try
        {
            await blobs
                .WriteAsync(Containers.Lake, LakeNames.LogEntry(area, table, entry.Commit.Version), content, WriteCondition.Absent, cancel)
                .ConfigureAwait(false);
            return entry.Commit;
        }
        catch (BlobConflictException)
        {
            // Perhaps the answer to an earlier try of this write was lost, or another worker did the same work.
            var written = await ReadEntryAsync(entry.Commit.Version, cancel).ConfigureAwait(false);
            return written.Identity == entry.Identity && written.Onto == entry.Onto ? written.Commit : null;
        }
    }

    private async Task<long> FindNewestAsync(CancellationToken cancel)
    {
        var folder = LakeNames.LogFolder(area, table);
        var next = 0L;
        await foreach (var blob in blobs.ListAsync(Containers.Lake, folder, cancel).ConfigureAwait(false))
        {
            if (!blob.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                continue;
            }

            if (blob.Name != LakeNames.LogEntry(area, table, next))
            {
                throw new InvalidDataException(
                    $"The log of table {table} lacks version {next}. Restore the entry from a copy or a deleted version of the blob.");
            }

            next++;
        }

        return next - 1;
    }

    /// <summary>Reads something of every version from 0 on, some at a time.</summary>
    private static async Task<T[]> ForEachAsync<T>(long newest, Func<long, Task<T>> read, CancellationToken cancel)
    {
        var found = new T[newest + 1];
        var next = 0;
        await foreach (var item in ReadAhead.RunAsync(Versions(), ReadsAtOnce, read, cancel).ConfigureAwait(false))
        {
            found[next++] = item;
        }

        return found;

        IEnumerable<long> Versions()
        {
            for (var version = 0L; version <= newest; version++)
            {
                yield return version;
            }
        }
    }

    private async Task<LogEntry> ReadEntryAsync(long version, CancellationToken cancel)
    {
        var name = LakeNames.LogEntry(area, table, version);
        return LogReader.Read(table, version, await ReadBytesAsync(name, etag: null, cancel).ConfigureAwait(false));
    }

    private async Task<ReadOnlyMemory<byte>> ReadBytesAsync(string name, string? etag, CancellationToken cancel)
    {
        var stream = await blobs.OpenReadAsync(Containers.Lake, name, etag, cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancel).ConfigureAwait(false);
            return content.GetBuffer().AsMemory(0, (int)content.Length);
        }
    }
}
