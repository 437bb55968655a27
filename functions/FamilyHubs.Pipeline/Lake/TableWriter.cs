using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Lake.Merging;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Makes one new version of a table. Each method gives null when another writer took the version meanwhile.</summary>
internal sealed class TableWriter(IBlobs blobs, IColumnFiles columnFiles, TimeProvider time, LakeOptions options, string area, string table)
{
    private readonly DeltaLog _log = new(blobs, time, area, table);
    private readonly DataFiles _files = new(blobs, columnFiles, area, table);

    public async Task<TableCommit?> MergeAsync(StagedTable staged, MergeMode mode, CommitSource source, CancellationToken cancel)
    {
        var state = await _log.ReadAsync(null, cancel).ConfigureAwait(false);
        if (state?.FindCommit(LogEntry.IdentityOf(LogEntry.Merge, source)) is { } made)
        {
            return made;
        }

        var target = state is null ? staged.Schema : DeltaSchema.Union(state.Schema, staged.Schema);
        var order = new KeyOrder(target);
        var tally = new MergeTally();
        var staging = staged.Complete();
        using var runs = new RunMerger(staging, order, target);
        return await WriteAsync(
            LogEntry.Merge, source, state, target, tally, staged.RowsIn, () => staged.RunDuplicates + runs.Duplicates, MergeAsync, cancel)
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
        IReadOnlySet<(long Patient, string Organisation)> patients, CommitSource source, CancellationToken cancel)
    {
        var state = await _log.ReadAsync(null, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Table {table} was there a moment ago. Was its log deleted?");
        var tally = new MergeTally();
        var removal = new PatientRemoval(_files, state.Schema, patients, tally, cancel);
        var commit = await WriteAsync(
            LogEntry.RemovePatients, source, state, state.Schema, tally, 0, () => 0, output => removal.RunAsync(state.Files, output), cancel)
            .ConfigureAwait(false);

        // Nothing left to remove: perhaps this very removal was committed before.
        return commit is { Changed: false } ? state.FindCommit(LogEntry.IdentityOf(LogEntry.RemovePatients, source)) ?? commit : commit;
    }

    /// <summary>Runs a change and commits what it wrote.</summary>
    /// <param name="change">Writes rows to the output and gives the files that are replaced by them.</param>
    private async Task<TableCommit?> WriteAsync(
        string operation,
        CommitSource source,
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
        var version = state?.Version ?? -1;
        var commit = tally.ToCommit(table, tally.Changed ? version + 1 : version, before, rowsIn, duplicates(), after);
        if (!commit.Changed)
        {
            return commit;
        }

        var schema = ReferenceEquals(target, state?.Schema) ? null : target;
        var removed = gone.Select(file => new RemovedFile(file.Path, file.Size));
        var entry = new LogEntry(operation, source, commit, schema, added, [.. removed]) { RowsForgotten = state?.Forgotten ?? 0 };
        return await _log.TryCommitAsync(entry, cancel).ConfigureAwait(false);
    }
}
