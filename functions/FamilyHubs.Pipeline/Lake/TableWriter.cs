using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Lake.Merging;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// Makes one new version of a table on top of a given one. What later versions hold that nobody pinned, left by work that was cut off, is
/// taken back by the same commit. Each method gives null when another writer took the version meanwhile.
/// </summary>
internal sealed class TableWriter(IBlobs blobs, IColumnFiles columnFiles, TimeProvider time, LakeOptions options, string area, string table)
{
    private readonly DeltaLog _log = new(blobs, time, area, table);
    private readonly DataFiles _files = new(blobs, columnFiles, area, table);

    public async Task<TableCommit?> MergeAsync(StagedTable staged, MergeMode mode, CommitSource source, long? onto, CancellationToken cancel)
    {
        var (head, state) = await FindAsync(onto, cancel).ConfigureAwait(false);
        if (head?.FindCommit(LogEntry.IdentityOf(LogEntry.Merge, source), onto is null ? null : VersionOf(state)) is { } made)
        {
            return made;
        }

        var target = head is null ? staged.Schema : DeltaSchema.Union(head.Schema, staged.Schema);
        var order = new KeyOrder(target);
        var tally = new MergeTally();
        var staging = staged.Complete();
        using var runs = new RunMerger(staging, order, target);
        return await WriteAsync(
            LogEntry.Merge, source, head, state, target, tally, staged.RowsIn, () => staged.RunDuplicates + runs.Duplicates, MergeAsync, cancel)
            .ConfigureAwait(false);

        async Task<IReadOnlyList<DataFile>> MergeAsync(FileOutput output)
        {
            var rows = new StagedRows(runs);
            if (target.Key.Count == 0)
            {
                return await new KeylessReplacement(_files, target, order, rows, output, tally, cancel)
                    .RunAsync(state?.Files ?? []).ConfigureAwait(false);
            }

            var replaced = ReplacedRows.Of(mode, staged);
            var touched = TablePart.Of(state?.Files ?? [], options.FileRows)
                .Where(part => replaced.Any || staging.Any(run => run.MayHave(part.Start, part.End)));
            return await new TableMerge(_files, target, order, replaced, rows, output, tally, cancel)
                .RunAsync(touched, options.Parallelism).ConfigureAwait(false);
        }
    }

    public async Task<TableCommit?> RemovePatientsAsync(
        IReadOnlySet<(long Patient, string Organisation)> patients, CommitSource source, long? onto, CancellationToken cancel)
    {
        var (head, state) = await FindAsync(onto, cancel).ConfigureAwait(false);
        if (head is null || state is null)
        {
            throw new InvalidOperationException($"Table {table} was there a moment ago. Was its log deleted?");
        }

        var identity = LogEntry.IdentityOf(LogEntry.RemovePatients, source);
        if (onto is not null && head.FindCommit(identity, state.Version) is { } made)
        {
            return made;
        }

        var tally = new MergeTally();
        var removal = new PatientRemoval(_files, head.Schema, patients, tally, cancel);
        var commit = await WriteAsync(
            LogEntry.RemovePatients, source, head, state, head.Schema, tally, 0, () => 0, output => removal.RunAsync(state.Files, output), cancel)
            .ConfigureAwait(false);

        // Nothing left to remove: perhaps this very removal was committed before.
        return commit is { Changed: false } && onto is null ? head.FindCommit(identity, onto: null) ?? commit : commit;
    }

    /// <summary>The newest version, and the one to build on.</summary>
    private async Task<(TableState? Head, TableState? Base)> FindAsync(long? onto, CancellationToken cancel)
    {
        var head = await _log.ReadAsync(null, cancel).ConfigureAwait(false);
        return onto is { } pinned ? (head, await _log.FindBaseAsync(head, pinned, cancel).ConfigureAwait(false)) : (head, head);
    }

    /// <summary>Runs a change and commits what it wrote.</summary>
    /// <param name="head">Newest version, after which the new one is numbered.</param>
    /// <param name="state">Version that the change is made on.</param>
    /// <param name="change">Writes rows to the output and gives the files that are replaced by them.</param>
    private async Task<TableCommit?> WriteAsync(
        string operation,
        CommitSource source,
        TableState? head,
        TableState? state,
        TableSchema target,
        MergeTally tally,
        long rowsIn,
        Func<long> duplicates,
        Func<FileOutput, Task<IReadOnlyList<DataFile>>> change,
        CancellationToken cancel)
    {
        using var output = new FileOutput(_files, target, options, cancel);
        IReadOnlyList<DataFile> gone;
        DataFile[] added;
        try
        {
            gone = await change(output).ConfigureAwait(false);
            added = await output.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            await output.SettleAsync().ConfigureAwait(false);
        }

        var before = state?.Rows ?? 0;
        var after = before - gone.Sum(file => file.Rows) + added.Sum(file => file.Rows);
        var commit = tally.ToCommit(
            table, tally.Changed ? VersionOf(head) + 1 : VersionOf(state), before, rowsIn, duplicates(), after);
        if (!commit.Changed)
        {
            return commit;
        }

        var schema = ReferenceEquals(target, head?.Schema) ? null : target;
        DataFile[] files = [.. (state?.Files ?? []).Except(gone), .. added];
        var (now, then) = (Paths(files), Paths(head?.Files ?? []));
        return await _log.TryCommitAsync(
            new LogEntry(
                operation,
                source,
                commit,
                schema,
                [.. files.Where(file => !then.Contains(file.Path))],
                [.. (head?.Files ?? []).Where(file => !now.Contains(file.Path)).Select(file => new RemovedFile(file.Path, file.Size))])
            {
                ReadVersion = VersionOf(state),
                RowsForgotten = head?.Forgotten ?? 0,
            },
            cancel).ConfigureAwait(false);
    }

    private static long VersionOf(TableState? state) => state?.Version ?? -1;

    private static HashSet<string> Paths(IEnumerable<DataFile> files) => files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
}
