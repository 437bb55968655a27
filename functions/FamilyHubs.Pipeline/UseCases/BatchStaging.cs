using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using FamilyHubs.Pipeline.UseCases.Quality;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The rows of a batch between reading and commit, a staged table each, and the patients that it removes.</summary>
internal sealed class BatchStaging(LakeStore lake, ForgottenList? forgotten) : IAsyncDisposable
{
    private const string Patients = "SRPatient";

    private readonly Dictionary<string, StagedTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ForgottenRowsSink> _leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ListCellsSink> _lists = new(StringComparer.Ordinal);
    private RemovedPatients? _removed;
    private PostcodeCounter? _postcodes;
    private StagedTable? _last;

    /// <summary>The place of a table's rows. Tables are read one after another: the one before takes no more.</summary>
    public ITableSink SinkFor(TableContract contract)
    {
        // A table that has been read keeps its rows and lets go of its working memory, which would add up over the tables of a batch.
        _last?.Complete();
        var staged = _last = lake.Stage(contract.LakeSchema);
        _tables.Add(contract.Table, staged);
        ITableSink sink = contract.Table switch
        {
            Patients => _removed = new RemovedPatients(staged),
            PostcodeCounter.Table => _postcodes = new PostcodeCounter(staged),
            _ => staged,
        };
        sink = _lists[contract.Table] = new ListCellsSink(contract, sink);
        return forgotten is null ? sink : _leftOut[contract.Table] = new ForgottenRowsSink(contract, forgotten, sink);
    }

    /// <summary>Numbers in list columns that no list has, as the lists stand after the batch; only of tables with numbers.</summary>
    public async Task<IReadOnlyList<Finding>> UnknownCodesAsync(string area, string extract, IReadOnlyDictionary<string, long> pins, CancellationToken cancel)
    {
        var lists = _lists.Values.Where(l => l.HasNumbers).ToArray();
        if (lists.Length == 0)
        {
            return [];
        }

        var texts = await ListTexts.LoadAsync(lake.Open(area, extract, pins), cancel);
        return [.. lists.Select(l => l.Unknown(texts))];
    }

    /// <summary>Rows of forgotten people that were left out of a table.</summary>
    public long LeftOut(string table) => _leftOut.GetValueOrDefault(table)?.LeftOut ?? 0;

    /// <summary>Organisations among the rows, in ordinal order; cells without one do not count.</summary>
    public IReadOnlyList<string> Organisations =>
        [.. _tables.Values.SelectMany(t => t.Organisations).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A district that a full copy of the addresses lacks, or null.</summary>
    /// <param name="reading">The batch.</param>
    /// <param name="profile">Districts and limits.</param>
    /// <param name="before">Lake versions that the last commit of the ledger pins.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ValidationFinding?> FindMissingDistrictAsync(
        BatchReading reading, Profile profile, IReadOnlyDictionary<string, long> before, CancellationToken cancel)
    {
        var isReplaced = profile.Extract.FullIsComplete && reading.Tables.Any(t => t is { Table: PostcodeCounter.Table, IsDelta: false, Kept: > 0 });
        return isReplaced && _postcodes is not null
            ? await new DistrictCheck(lake, profile, reading.Extract, before).FindAsync(_postcodes.Rows, _tables[PostcodeCounter.Table].Organisations, cancel)
            : null;
    }

    /// <summary>Commits every table of the batch, in ordinal order of their names. Tables committed by an earlier try are left alone.</summary>
    /// <param name="area">Area.</param>
    /// <param name="settings">Whether full files are complete.</param>
    /// <param name="reading">The batch.</param>
    /// <param name="source">The batch, as the lake names it.</param>
    /// <param name="before">Lake versions that the last commit of the ledger pins.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, TableCommit>> CommitAsync(
        string area,
        ExtractSettings settings,
        BatchReading reading,
        CommitSource source,
        IReadOnlyDictionary<string, long> before,
        CancellationToken cancel)
    {
        var commits = new Dictionary<string, TableCommit>(StringComparer.Ordinal);
        foreach (var table in reading.Tables.OrderBy(t => t.Table, StringComparer.Ordinal))
        {
            // What a table had staged is let go as soon as it is in the lake, so that the memory of a batch is that of one table.
            await using var staged = _tables[table.Table];
            commits[table.Table] = await lake.CommitAsync(area, staged, Mode(staged, table, settings), CommitSources.Without(source, LeftOut(table.Table)), before.GetValueOrDefault(table.Table, -1), cancel);
        }

        return commits;
    }

    /// <summary>
    /// Takes the rows of removed patients out of every table, after all tables are merged (extracts.md 3). A removal of a patient
    /// that was not known before the batch is a no-op: rows of such a person are kept and belong to nobody.
    /// </summary>
    /// <param name="area">Area.</param>
    /// <param name="contracts">Tables in scope.</param>
    /// <param name="before">Lake versions before the batch.</param>
    /// <param name="pins">Lake versions after the batch; brought up to date.</param>
    /// <param name="source">The batch.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The commits made, by table.</returns>
    public async Task<IReadOnlyDictionary<string, TableCommit>> RemovePatientsAsync(
        string area,
        ContractCatalog contracts,
        IReadOnlyDictionary<string, long> before,
        Dictionary<string, long> pins,
        CommitSource source,
        CancellationToken cancel)
    {
        var commits = new Dictionary<string, TableCommit>(StringComparer.Ordinal);
        if (_removed is not { Keys.Count: > 0 } || !before.TryGetValue(Patients, out var version))
        {
            return commits;
        }

        var removed = await lake.FindKeysAsync(area, Patients, version, _removed.Keys, cancel);
        if (removed.Count == 0)
        {
            return commits;
        }

        foreach (var contract in contracts.ExtractTables.Where(c => c.Table != Patients && c.Find("IDPatient") is not null))
        {
            if (pins.TryGetValue(contract.Table, out var pinned)
                && await lake.RemovePatientsAsync(area, contract.LakeSchema, removed, source, pinned, cancel) is { } commit)
            {
                CommitSources.Pin(pins, commit);
                commits[contract.Table] = commit;
            }
        }

        return commits;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var staged in _tables.Values)
        {
            await staged.DisposeAsync();
        }
    }

    /// <summary>How a file is merged: a delta upserts; a full file replaces the organisations it holds, or the whole of a table without any.</summary>
    private static MergeMode Mode(StagedTable staged, TableReading table, ExtractSettings settings)
    {
        if (staged.Schema.Key.Count == 0)
        {
            return MergeMode.ReplaceAll;
        }

        var hasOrganisation = staged.Schema.IndexOf("IDOrganisationVisibleTo") >= 0;
        if (table.IsDelta || staged.RowsIn == 0 || (!settings.FullIsComplete && hasOrganisation))
        {
            return MergeMode.Upsert;
        }

        return hasOrganisation ? MergeMode.ReplaceOrganisations : MergeMode.ReplaceAll;
    }
}
