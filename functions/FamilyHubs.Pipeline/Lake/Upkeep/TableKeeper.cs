using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake.Upkeep;

/// <summary>
/// Keeps a table in order: small neighbouring files are put together as a new version with the same rows, files that no version in use has are
/// deleted, and a checkpoint is written for other readers. Log entries are never deleted. May be cut off anywhere and done again.
/// </summary>
internal sealed class TableKeeper(
    IBlobs blobs, IColumnFiles columnFiles, ICheckpointFiles checkpointFiles, TimeProvider time, LakeOptions options, string area, string table)
{
    private const string Source = "upkeep";

    private readonly DeltaLog _log = new(blobs, time, area, table);
    private readonly DataFiles _files = new(blobs, columnFiles, area, table);
    private readonly Checkpoints _checkpoints = new(blobs, area, table);
    private readonly string _folder = LakeNames.TableFolder(area, table);

    public async Task<TableUpkeep?> RunAsync(Func<long, bool> needed, DateTimeOffset untrackedBefore, bool dryRun, CancellationToken cancel)
    {
        if (await _log.ReadAsync(null, cancel).ConfigureAwait(false) is not { } state)
        {
            return null;
        }

        var plan = CompactionPlan.Of(state.Files, options.FileRows, options.CompactFiles);
        if (plan.Count > 0 && !dryRun)
        {
            await CompactAsync(state, plan, cancel).ConfigureAwait(false);
        }

        var texts = await _log.ReadTextsAsync(cancel).ConfigureAwait(false);
        var history = new LogReplay(table, [.. texts.Select((text, version) => LogReader.Read(table, version, text.Content))]);
        var unused = await UnusedAsync(history, needed, untrackedBefore, cancel).ConfigureAwait(false);
        var isDue = history.Newest >= await _checkpoints.NewestAsync(cancel).ConfigureAwait(false) + options.CheckpointCommits;
        if (!dryRun)
        {
            foreach (var file in unused)
            {
                await blobs.DeleteAsync(Containers.Lake, file.Name, cancel).ConfigureAwait(false);
            }

            if (isDue)
            {
                await CheckpointAsync(history.Newest, texts, cancel).ConfigureAwait(false);
            }
        }

        return new TableUpkeep(
            table, history.Newest, plan.Sum(g => g.Count), plan.Count, unused.Count, unused.Sum(f => f.Length), isDue ? history.Newest : null);
    }

    private async Task CompactAsync(TableState state, IReadOnlyList<IReadOnlyList<DataFile>> plan, CancellationToken cancel)
    {
        var order = new KeyOrder(state.Schema);
        using var output = new FileOutput(_files, state.Schema, options, cancel);
        DataFile[] added;
        try
        {
            foreach (var group in plan)
            {
                output.BeginPart(replacesFile: false);
                foreach (var file in group)
                {
                    await foreach (var rows in _files.ReadAsync(file, state.Schema, cancel).ConfigureAwait(false))
                    {
                        output.Put(new RowRange(new RowWindow(rows, order, state.Schema), 0, rows.RowCount));
                        await output.FlushAsync().ConfigureAwait(false);
                    }
                }

                await output.EndPartAsync().ConfigureAwait(false);
            }

            added = await output.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            await output.SettleAsync().ConfigureAwait(false);
        }

        DataFile[] gone = [.. plan.SelectMany(group => group)];
        if (gone.Sum(file => file.Rows) != added.Sum(file => file.Rows))
        {
            throw new InvalidOperationException(
                $"Putting files of table {table} together gave {added.Sum(file => file.Rows)} rows of {gone.Sum(file => file.Rows)}. Nothing was committed.");
        }

        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', gone.Select(file => file.Path)))));
        var commit = new TableCommit(table, state.Version + 1, state.Rows, 0, 0, 0, 0, 0, 0, state.Rows, Changed: true);
        var entry = new LogEntry(
            LogEntry.Compact, new CommitSource(Source, content), commit, null, added, [.. gone.Select(file => new RemovedFile(file.Path, file.Size))])
        {
            RowsForgotten = state.Forgotten,
        };
        if (await _log.TryCommitAsync(entry, cancel).ConfigureAwait(false) is null)
        {
            throw new LakeConflictException(table);
        }
    }

    /// <summary>Stored files that no version in use has: those of versions out of use at once, those that no version ever had when they are old.</summary>
    private async Task<IReadOnlyList<BlobInfo>> UnusedAsync(
        LogReplay history, Func<long, bool> needed, DateTimeOffset untrackedBefore, CancellationToken cancel)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in history.States())
        {
            if (state.Version == history.Newest || needed(state.Version))
            {
                used.UnionWith(state.Files.Select(file => file.Path));
            }
        }

        var named = history.Entries.SelectMany(entry => entry.Added).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        List<BlobInfo> unused = [];
        await foreach (var blob in blobs.ListAsync(Containers.Lake, _folder + DataFiles.Prefix, cancel).ConfigureAwait(false))
        {
            var path = blob.Name[_folder.Length..];
            if (!used.Contains(path) && (named.Contains(path) || blob.LastModified < untrackedBefore))
            {
                unused.Add(blob);
            }
        }

        return unused;
    }

    private async Task CheckpointAsync(long version, IReadOnlyList<(string ETag, ReadOnlyMemory<byte> Content)> texts, CancellationToken cancel)
    {
        var actions = CheckpointActions.Of(texts.Select(text => text.Content));
        using var content = new MemoryStream();
        await checkpointFiles.WriteAsync(content, actions, cancel).ConfigureAwait(false);
        content.Position = 0;
        await _checkpoints.WriteAsync(version, actions.Count, content, cancel).ConfigureAwait(false);
    }
}
