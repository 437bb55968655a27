using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>The whole engine on ports in memory and a clock that stands still.</summary>
internal sealed class MemoryPipeline : IAsyncDisposable, IDisposable
{
    private readonly ServiceProvider _services;

    public MemoryPipeline(DateTimeOffset now, SignInOptions? signIn = null)
    {
        Time = new FakeTimeProvider(now);
        Blobs = new InMemoryBlobs(Time);
        _services = Build(Time, Blobs, Tables, Mailer, signIn ?? SignInOptions.Nobody);
    }

    private MemoryPipeline(MemoryPipeline world, FaultPlan plan)
    {
        (Time, Blobs, Tables, Mailer) = (world.Time, world.Blobs, world.Tables, world.Mailer);
        _services = Build(Time, new FaultyBlobs(Blobs, plan), new FaultyTables(Tables, plan), new FaultyMailer(Mailer, plan), SignInOptions.Nobody);
    }

    public FakeTimeProvider Time { get; }

    public InMemoryBlobs Blobs { get; }

    public InMemoryTables Tables { get; } = new();

    public InMemoryMailer Mailer { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process on the same stores, of whose calls one goes wrong.</summary>
    public MemoryPipeline Process(FaultPlan plan) => new(this, plan);

    /// <summary>Puts a batch into the ledger as if it had come.</summary>
    /// <param name="extract">Name of the batch.</param>
    /// <param name="dateTo">Wall-clock time to which it reaches.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="sequence">Its place among the commits; 0 when it was not committed.</param>
    public async Task<ExtractEntry> AddBatchAsync(string extract, DateTime? dateTo, ExtractState state = ExtractState.Done, long sequence = 1, string? reason = null)
    {
        var ledger = Get<ExtractLedger>();
        var claim = await ledger.ClaimAsync("essex", extract, default);
        return await ledger.FinishAsync(claim! with { State = state, DateTo = dateTo, Sequence = sequence, ContentHash = extract, Reason = reason }, default);
    }

    public Task AddRecipientsAsync(params IReadOnlyCollection<Recipient> recipients) => Get<RecipientBook>().ReplaceAsync("essex", recipients, default);

    /// <summary>Publishes a report under a run of its own.</summary>
    public async Task<RunEntry> PublishAsync(WeeklyReport report)
    {
        var run = new RunEntry(report.Area, "published" + report.Week, ProduceWeeklyReport.Kind, report.Week, report.Extract, report.DefinitionVersion, RunState.Done, Time.GetUtcNow());
        await Get<RunLedger>().WriteAsync(run, default);
        await Get<WeeklyReportArchive>().WriteAsync(report, run.Id, default);
        await new FigureStore(Tables, TableNames.PriorityGroupWeekly).PublishAsync(run, default);
        return run;
    }

    public void Dispose() => _services.Dispose();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(TimeProvider time, IBlobs blobs, ITables tables, IMailer mailer, SignInOptions signIn) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(time)
        .AddSingleton(signIn)
        .AddSingleton(blobs)
        .AddSingleton(tables)
        .AddSingleton(mailer)
        .AddSingleton<IColumnFiles, ParquetColumnFiles>()
        .AddPipeline(new ConfigurationBuilder().Build())
        .BuildServiceProvider();
}
