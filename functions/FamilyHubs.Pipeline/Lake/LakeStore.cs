using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Erasure;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Lake.Staging;
using FamilyHubs.Pipeline.Lake.Upkeep;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// The versioned tables of all areas: Delta Lake tables (reader version 1, writer version 2) at <c>lake/{area}/{Table}/</c>.
/// A commit is atomic, repeatable and leaves every earlier version readable.
/// </summary>
public sealed class LakeStore(IBlobs blobs, IColumnFiles files, TimeProvider time, LakeOptions options)
{
    private const int Attempts = 4;

    private readonly StagingBudget _budget = new(options.StagingBytes);

    /// <summary>Begins a batch of rows for a table.</summary>
    public StagedTable Stage(TableSchema lakeSchema) => new(lakeSchema, options, _budget);

    /// <summary>
    /// Merges a batch into a table and publishes the new version (extracts.md 3). When nothing changes no version is
    /// written. A batch of a source that was committed before is not merged again: its commit is given.
    /// </summary>
    /// <param name="area">Area.</param>
    /// <param name="staged">The rows.</param>
    /// <param name="mode">What they mean for the rows that are there.</param>
    /// <param name="source">What they came from.</param>
    /// <param name="onto">
    /// Version to merge with, as the ledger pins it; later versions were left by work that was never finished, and are taken back. Negative when
    /// none is pinned, null for the newest.
    /// </param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ArgumentException">The mode does not fit the table.</exception>
    /// <exception cref="InvalidDataException">A file of the lake is damaged, or a column has changed its type.</exception>
    /// <exception cref="LakeConflictException">Other writers were always quicker.</exception>
    public async Task<TableCommit> CommitAsync(string area, StagedTable staged, MergeMode mode, CommitSource source, long? onto, CancellationToken cancel)
    {
        if (staged.Schema.Key.Count == 0 && mode != MergeMode.ReplaceAll)
        {
            throw new ArgumentException($"Table {staged.Schema.Name} has no key: its rows can only be replaced together.", nameof(mode));
        }

        var writer = new TableWriter(blobs, files, time, options, area, staged.Schema.Name);
        return await RetryAsync(staged.Schema.Name, () => writer.MergeAsync(staged, mode, source, onto, cancel)).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes the rows of patients that an organisation no longer shares, after all tables of the batch are merged
    /// (extracts.md 3). Null when the table does not exist or has no patient or organisation.
    /// </summary>
    /// <param name="area">Area.</param>
    /// <param name="lakeSchema">The table.</param>
    /// <param name="patients">Patient and organisation.</param>
    /// <param name="source">The batch.</param>
    /// <param name="onto">Version to build on, as for <see cref="CommitAsync"/>.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<TableCommit?> RemovePatientsAsync(
        string area,
        TableSchema lakeSchema,
        IReadOnlySet<(long Patient, string Organisation)> patients,
        CommitSource source,
        long? onto,
        CancellationToken cancel)
    {
        if (lakeSchema.IndexOf(LakeNames.Patient) < 0 || lakeSchema.IndexOf(LakeNames.Organisation) < 0)
        {
            return null;
        }

        var writer = new TableWriter(blobs, files, time, options, area, lakeSchema.Name);
        var removal = await FindAsync(area, lakeSchema.Name, null, cancel).ConfigureAwait(false) is null
            ? null
            : await RetryAsync(lakeSchema.Name, () => writer.RemovePatientsAsync(patients, source, onto, cancel)).ConfigureAwait(false);
        return removal;
    }

    /// <summary>Which of these keys a table has in a version. Files whose ids none of them can be among are not read.</summary>
    /// <param name="area">Area.</param>
    /// <param name="table">A table with RowIdentifier and IDOrganisationVisibleTo.</param>
    /// <param name="version">Version.</param>
    /// <param name="keys">RowIdentifier and organisation.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlySet<(long Id, string Organisation)>> FindKeysAsync(
        string area, string table, long version, IReadOnlySet<(long Id, string Organisation)> keys, CancellationToken cancel)
    {
        var state = await FindAsync(area, table, version, cancel).ConfigureAwait(false);
        return state is null || keys.Count == 0
            ? new HashSet<(long, string)>()
            : await new KeyLookup(new DataFiles(blobs, files, area, table), state).RunAsync(keys, cancel).ConfigureAwait(false);
    }

    /// <summary>Columns of every row of a version, in key order; each copy of a record that several organisations share is a row of its own.</summary>
    /// <param name="area">Area.</param>
    /// <param name="table">Table.</param>
    /// <param name="version">Version; a negative one has no rows.</param>
    /// <param name="columns">Columns; one that the table lacks is empty.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InvalidDataException">There is no such version, or a file of it is damaged.</exception>
    public async IAsyncEnumerable<ColumnSet> ReadRowsAsync(
        string area, string table, long version, IReadOnlyList<ColumnDefinition> columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        var state = version < 0 ? null : await FindAsync(area, table, version, cancel).ConfigureAwait(false);
        var data = new DataFiles(blobs, files, area, table);
        foreach (var file in state?.Files ?? [])
        {
            await foreach (var rows in data.ReadAsync(file, new TableSchema(table, columns, []), cancel).ConfigureAwait(false))
            {
                yield return rows;
            }
        }
    }

    /// <summary>A version of a table, the newest when <paramref name="version"/> is null; null when the table does not exist.</summary>
    /// <exception cref="InvalidDataException">There is no such version, or the log is damaged.</exception>
    public Task<TableState?> FindAsync(string area, string table, long? version, CancellationToken cancel) =>
        new DeltaLog(blobs, time, area, table).ReadAsync(version, cancel);

    /// <summary>The tables of an area at the versions that a ledger entry pins.</summary>
    /// <param name="area">Area.</param>
    /// <param name="extract">Name of the extract.</param>
    /// <param name="versions">Version by table; a table that is not there, or has a negative version, is empty.</param>
    public IExtractTables Open(string area, string extract, IReadOnlyDictionary<string, long> versions) =>
        new ExtractTables(blobs, files, time, options, area, extract, versions);

    /// <summary>Which of these keys have another row, or a row where there was none, in one version than in another.</summary>
    /// <param name="area">Area.</param>
    /// <param name="table">A table with RowIdentifier.</param>
    /// <param name="from">Version; negative for a table without rows.</param>
    /// <param name="to">Version; negative for a table without rows.</param>
    /// <param name="keys">RowIdentifier and organisation; the organisation is empty where the table has none.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlySet<(long Id, string Organisation)>> FindChangedAsync(
        string area, string table, long from, long to, IReadOnlySet<(long Id, string Organisation)> keys, CancellationToken cancel)
    {
        var (before, after) = (await StateAsync(from).ConfigureAwait(false), await StateAsync(to).ConfigureAwait(false));
        return from == to
            ? new HashSet<(long, string)>()
            : await new ChangedRows(new DataFiles(blobs, files, area, table), keys).RunAsync(before, after, cancel).ConfigureAwait(false);

        async Task<TableState?> StateAsync(long version) => version < 0 ? null : await FindAsync(area, table, version, cancel).ConfigureAwait(false);
    }

    /// <summary>Row counts of every version of a table, by version; empty when the table does not exist.</summary>
    public async Task<IReadOnlyList<long>> RowsByVersionAsync(string area, string table, CancellationToken cancel)
    {
        var history = await new DeltaLog(blobs, time, area, table).ReadHistoryAsync(cancel).ConfigureAwait(false);
        return history is null ? [] : [.. history.States().Select(state => state.Rows)];
    }

    /// <summary>What of a person is in any version of a table; nothing is changed.</summary>
    public Task<ErasedRows> FindPersonAsync(string area, string table, PersonRows person, CancellationToken cancel) =>
        new TableEraser(blobs, files, time, area, table).LookAsync(person, cancel);

    /// <summary>Takes a person out of every version of a table (see <see cref="TableEraser"/>). The caller has the area's lease.</summary>
    /// <exception cref="LakeConflictException">Another writer changed the log; what is left is done by the next call.</exception>
    public Task EraseAsync(string area, string table, PersonRows person, CancellationToken cancel) =>
        new TableEraser(blobs, files, time, area, table).RunAsync(person, cancel);

    /// <summary>Puts a table in order (see <see cref="TableKeeper"/>). The caller has the area's lease.</summary>
    /// <param name="area">Area.</param>
    /// <param name="table">Table.</param>
    /// <param name="needed">Whether a version must stay readable; the newest does.</param>
    /// <param name="untrackedBefore">Files that no version ever had are deleted when they are older.</param>
    /// <param name="checkpoints">Writes checkpoints.</param>
    /// <param name="dryRun">Only tells what would be done.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Null when the table does not exist.</returns>
    public Task<TableUpkeep?> KeepAsync(
        string area,
        string table,
        Func<long, bool> needed,
        DateTimeOffset untrackedBefore,
        ICheckpointFiles checkpoints,
        bool dryRun,
        CancellationToken cancel) =>
        new TableKeeper(blobs, files, checkpoints, time, options, area, table).RunAsync(needed, untrackedBefore, dryRun, cancel);

    private static async Task<TableCommit> RetryAsync(string table, Func<Task<TableCommit?>> attempt)
    {
        for (var i = 0; i < Attempts; i++)
        {
            if (await attempt().ConfigureAwait(false) is { } commit)
            {
                return commit;
            }
        }

        throw new LakeConflictException(table);
    }
}
