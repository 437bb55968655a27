using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Extracts;
using FamilyHubs.Pipeline.Testing;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.Tests.Extracts;
using FamilyHubs.Pipeline.UseCases;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using FamilyHubs.Pipeline.UseCases.Quality;
using FamilyHubs.Pipeline.UseCases.Replay;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Stores in memory with real Parquet files, and the use cases of ingest as one process has them.</summary>
internal sealed class IngestWorld
{
    public const string Area = "essex";

    private static readonly Lazy<Task<Profile>> Shipped = new(async () => (await ProfileCatalog.Shipped.FindAsync(Area, default))!.Profile!);

    public IngestWorld() => Blobs = new InMemoryBlobs(Time);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2019, 4, 1, 3, 0, 0, TimeSpan.Zero));

    public InMemoryBlobs Blobs { get; }

    public InMemoryTables Tables { get; } = new();

    public static Task<Profile> ProfileAsync() => Shipped.Value;

    public ExtractLedger Ledger => new(Tables, Time);

    public static IPersonKeySource Key { get; } = new FixedKey();

    public ExtractQualityReports Reports => Quality(Blobs);

    public QuarantineStore Quarantine => new(Blobs, Forgotten(Blobs, Tables));

    public LakeStore Lake => new(Blobs, new ParquetColumnFiles(), Time, LakeOptions);

    private static LakeOptions LakeOptions { get; } = new() { RunRows = 64, FileRows = 64, RowGroupRows = 32 };

    /// <summary>The lease of the area as a new process has it.</summary>
    public AreaLease Leases => new(Tables, Time);

    /// <summary>The use case as a new process has it.</summary>
    public IngestBatch Batches(FaultPlan? plan = null, Func<IBlobs, IBlobs>? wrap = null)
    {
        var (blobs, tables) = Ports(plan);
        blobs = wrap is null ? blobs : wrap(blobs);
        return new IngestBatch(
            blobs, new LakeStore(blobs, new ParquetColumnFiles(), Time, LakeOptions), new ExtractLedger(tables, Time), new AreaLease(tables, Time),
            new QuarantineStore(blobs, Forgotten(blobs, tables)), new LandingArchive(blobs, Forgotten(blobs, tables)), new ForgottenPeople(tables, new FixedKey()), Quality(blobs),
            new LandedWork(blobs, new ExtractLedger(tables, Time), ContractCatalog.Shipped),
            ContractCatalog.Shipped, new FixedKey(), Time, NullLogger<IngestBatch>.Instance);
    }

    /// <summary>The use case as a new process has it.</summary>
    public IngestFile Files(FaultPlan? plan = null, Func<IBlobs, IBlobs>? wrap = null)
    {
        var (blobs, tables) = Ports(plan);
        blobs = wrap is null ? blobs : wrap(blobs);
        return new IngestFile(
            blobs, new LakeStore(blobs, new ParquetColumnFiles(), Time, LakeOptions), new ExtractLedger(tables, Time), new AreaLease(tables, Time),
            new RecipientBook(tables), new QuarantineStore(blobs, Forgotten(blobs, tables)), new LandingArchive(blobs, Forgotten(blobs, tables)),
            new ForgottenPeople(tables, new FixedKey()), Quality(blobs), ContractCatalog.Shipped, new FixedKey(), NullLogger<IngestFile>.Instance);
    }

    /// <summary>What an event calls.</summary>
    public TakeLanded Landed(IBlobs? blobs = null) => new(
        new AreaProfiles(Blobs, ProfileCatalog.Shipped, new ProfileCache(), NullLogger<AreaProfiles>.Instance),
        Batches(wrap: inner => blobs ?? inner),
        Files(wrap: inner => blobs ?? inner),
        NullLogger<TakeLanded>.Instance);

    /// <summary>The use case as a new process has it.</summary>
    public SweepLanding Sweep(FaultPlan? plan = null, ILogger<SweepLanding>? log = null)
    {
        var (blobs, tables) = Ports(plan);
        return new SweepLanding(
            new LandedWork(blobs, new ExtractLedger(tables, Time), ContractCatalog.Shipped),
            new AreaProfiles(blobs, ProfileCatalog.Shipped, new ProfileCache(), NullLogger<AreaProfiles>.Instance),
            Batches(plan), Files(plan), log ?? NullLogger<SweepLanding>.Instance);
    }

    /// <summary>The use case as a new process has it.</summary>
    public ForgetPerson Forget(FaultPlan? plan = null)
    {
        var (blobs, tables) = Ports(plan);
        return new ForgetPerson(
            blobs, new LakeStore(blobs, new ParquetColumnFiles(), Time, LakeOptions), new ExtractLedger(tables, Time), new AreaLease(tables, Time),
            new ForgottenPeople(tables, new FixedKey()), Profiles(blobs), ContractCatalog.Shipped, new AuditTrail(blobs), Time, NullLogger<ForgetPerson>.Instance);
    }

    /// <summary>The use case as a new process has it.</summary>
    public ReplayQuarantine Replay(FaultPlan? plan = null)
    {
        var (blobs, tables) = Ports(plan);
        return new ReplayQuarantine(
            blobs, new LakeStore(blobs, new ParquetColumnFiles(), Time, LakeOptions), new ExtractLedger(tables, Time), new AreaLease(tables, Time),
            new QuarantineStore(blobs, Forgotten(blobs, tables)), new ForgottenPeople(tables, new FixedKey()), ContractCatalog.Shipped, new FixedKey(),
            NullLogger<ReplayQuarantine>.Instance);
    }

    /// <summary>The use case as a new process has it.</summary>
    public KeepLake Keep(FaultPlan? plan = null, LakeOptions? options = null)
    {
        var (blobs, tables) = Ports(plan);
        return new KeepLake(
            new LakeStore(blobs, new ParquetColumnFiles(), Time, options ?? LakeOptions), new ExtractLedger(tables, Time), new RunLedger(tables),
            new AreaLease(tables, Time), Profiles(blobs), ContractCatalog.Shipped, new CheckpointFiles(), new LakeRetention(), Time, NullLogger<KeepLake>.Instance);
    }

    /// <summary>Puts a batch into landing, the manifest last.</summary>
    public async Task LandAsync(LandedBatch batch)
    {
        foreach (var (name, text) in batch.Files)
        {
            await LandAsync($"{batch.Extract}/{name}", text);
        }
    }

    /// <summary>Puts one file into landing.</summary>
    public Task<string> LandAsync(string path, string text) => Blobs.WriteAsync(
        Containers.Landing, $"{Area}/{path}", new MemoryStream(Encoding.Latin1.GetBytes(text)), WriteCondition.Always, default);

    /// <summary>Puts a batch into landing and ingests it.</summary>
    public async Task<IngestOutcome> IngestAsync(LandedBatch batch)
    {
        await LandAsync(batch);
        return await Batches().RunAsync(await ProfileAsync(), batch.Extract, force: false, progress: null, default);
    }

    /// <summary>Rows of a table as the last commit pins it.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table)
    {
        var pins = new CommittedExtracts(await Ledger.ListAsync(Area, default)).CurrentPins;
        return pins.TryGetValue(table, out var version) ? await RowsAsync(table, version) : [];
    }

    /// <summary>
    /// Everything that must be the same however ingest was disturbed: ledger, the rows of every pinned version, quarantine, archive, landing.
    /// Times, ETags and leases are left out, and files of the lake that no version has.
    /// </summary>
    public async Task<string> DescribeAsync()
    {
        var text = new StringBuilder();
        foreach (var entry in await Ledger.ListAsync(Area, default))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{entry.Extract}: {entry.State} {entry.Reason} #{entry.Sequence} x{entry.Commits} {entry.ContentHash} to {entry.DateTo:s}");
            foreach (var table in entry.Tables)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {table}");
            }

            foreach (var (table, version) in entry.Pins.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {table} v{version}");
                foreach (var row in version < 0 ? [] : await RowsAsync(table, version))
                {
                    text.Append("    ").AppendLine(row);
                }
            }
        }

        foreach (var recipient in Tables.Contents(TableNames.Recipients))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"recipient {recipient.Row} {recipient.Text("AreaCodes")}");
        }

        foreach (var container in new[] { Containers.Quarantine, Containers.Archive, Containers.Landing })
        {
            foreach (var (name, content) in Blobs.Contents(container).OrderBy(b => b.Key, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{container}/{name}: {Encoding.Latin1.GetString(content.Span)}");
            }
        }

        return text.ToString();
    }

    /// <summary>Rows of a version of a table, as its files hold them.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table, long version)
    {
        var state = (await Lake.FindAsync(Area, table, version, default))!;
        var sink = new RowsSink();
        foreach (var file in state.Files)
        {
            await foreach (var rows in new DataFiles(Blobs, new ParquetColumnFiles(), Area, table).ReadAsync(file, state.Schema, default))
            {
                await sink.AddAsync(rows, default);
            }
        }

        return sink.Rows;
    }

    private (IBlobs Blobs, ITables Tables) Ports(FaultPlan? plan) =>
        plan is null ? (Blobs, Tables) : (new FaultyBlobs(Blobs, plan), new FaultyTables(Tables, plan));

    private static ExtractQualityReports Quality(IBlobs blobs) => new(blobs, new ExtractQualityComposer(NullLoggerFactory.Instance));

    private static AreaProfiles Profiles(IBlobs blobs) => new(blobs, ProfileCatalog.Shipped, new ProfileCache(), NullLogger<AreaProfiles>.Instance);

    private static ForgottenFiles Forgotten(IBlobs blobs, ITables tables) =>
        new(new ForgottenPeople(tables, new FixedKey()), Profiles(blobs), ContractCatalog.Shipped);

    private sealed class FixedKey : IPersonKeySource
    {
        public Task<PersonKey> GetAsync(CancellationToken cancel) => Task.FromResult(new PersonKey(new byte[32], "test-1"));
    }
}
