using FamilyHubs.Pipeline.Columns;
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

        var entries = new LogEntry[wanted + 1];
        await Parallel.ForAsync(
            0L,
            wanted + 1,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancel },
            async (number, stop) => entries[number] = await ReadEntryAsync(number, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return Replay(entries);
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

    private async Task<LogEntry> ReadEntryAsync(long version, CancellationToken cancel)
    {
        var name = LakeNames.LogEntry(area, table, version);
        var stream = await blobs.OpenReadAsync(Containers.Lake, name, null, cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancel).ConfigureAwait(false);
            return LogReader.Read(table, version, content.GetBuffer().AsMemory(0, (int)content.Length));
        }
    }

    private TableState Replay(LogEntry[] entries)
    {
        TableSchema? schema = null;
        var files = new OrderedDictionary<string, DataFile>(StringComparer.Ordinal);
        var commits = new Dictionary<string, (TableCommit Commit, long Onto)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            schema = entry.Schema ?? schema;
            foreach (var file in entry.Removed)
            {
                if (!files.Remove(file.Path))
                {
                    throw new InvalidDataException(
                        $"Version {entry.Commit.Version} of table {table} removes a file that the version before does not have.");
                }
            }

            foreach (var file in entry.Added)
            {
                files.Add(file.Path, file);
            }

            commits[entry.Identity] = (entry.Commit, entry.Onto);
        }

        var state = new TableState(
            entries.Length - 1,
            schema ?? throw new InvalidDataException($"The log of table {table} has no schema."),
            [.. files.Values.OrderBy(file => file.FirstLead)],
            commits);
        var expected = entries[^1].Commit.RowsAfter;
        return state.Rows == expected
            ? state
            : throw new InvalidDataException(
                $"Version {state.Version} of table {table} should have {expected} rows; its files have {state.Rows}.");
    }
}
