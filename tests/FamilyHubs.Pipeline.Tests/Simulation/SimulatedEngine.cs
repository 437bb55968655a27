using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Testing.Simulation;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>The whole engine, put together as in production, in one process of the simulation. The lake's files are real Parquet.</summary>
internal sealed class SimulatedEngine : IDisposable
{
    private static readonly string[] Tables =
        ["SRPatient", "SRPatientAddressHistory", "SRPatientGroups", "Postcodes", "Recipients", "CafReturns", "SRMapping", "SRConfiguredListOption"];

    private static readonly ContractCatalog Contracts = new(ContractCatalog.Shipped.All.Where(contract => Tables.Contains(contract.Table)));

    /// <summary>Shared by all processes: what it holds is a function of the bytes.</summary>
    private static readonly ProfileCache Profiles = new();

    /// <summary>Small files, so that merges, splits and upkeep have something to do; nothing beside the merge, so that the order of calls is the seed's.</summary>
    private static readonly LakeOptions Sizes = new() { RunRows = 8, FileRows = 8, RowGroupRows = 4, CompactFiles = 2, CheckpointCommits = 2, Parallelism = 1 };

    private readonly SimulationPlan _plan;
    private readonly ServiceProvider _services;

    public SimulatedEngine(SimulatedProcess process, TimeProvider time, SimulationPlan plan)
    {
        (Process, _plan) = (process, plan);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(plan.SpoilBlobs(process.Blobs))
            .AddSingleton(plan.SpoilTables(process.Tables))
            .AddSingleton(process.Mailer)
            .AddSingleton<IColumnFiles, ParquetColumnFiles>()
            .AddSingleton<ICheckpointFiles, CheckpointFiles>()
            .AddSingleton<IPersonKeySource, FixedKey>()
            .AddPipeline(new ConfigurationBuilder().Build())
            .AddSingleton(Contracts)
            .AddSingleton(new ProfileCatalog(Path.Combine(AppContext.BaseDirectory, "no profiles")))
            .AddSingleton(Profiles)
            .AddSingleton(Sizes)
            .BuildServiceProvider();
    }

    public SimulatedProcess Process { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Does a job. False when another worker has the area, so that a host tries again.</summary>
    public async Task<bool> RunAsync(SimulatedJob job, CancellationToken cancel)
    {
        switch (job.Kind)
        {
            case JobKind.Landed:
                return await Get<TakeLanded>().RunAsync(job.Blob!, cancel) is not { Busy: true };
            case JobKind.Sweep when !_plan.IsSwept:
                return true;
            case JobKind.Sweep:
                return (await Get<SweepLanding>().RunAsync(cancel)).All(outcome => !outcome.Busy);
            case JobKind.Weekly:
                await Get<RunDueWeeklyReports>().RunAsync(cancel);
                return true;
            case JobKind.Monthly:
                await Get<RunDueMonthlyFigures>().RunAsync(cancel);
                return true;
            case JobKind.Snapshots:
                await Get<RunDueSnapshots>().RunAsync(cancel);
                return true;
            case JobKind.Freshness:
                await Get<CheckFreshness>().RunAsync(cancel);
                return true;
            default:
                await Get<KeepLake>().RunAsync(cancel);
                return true;
        }
    }

    public void Dispose() => _services.Dispose();

    private sealed class FixedKey : IPersonKeySource
    {
        public Task<PersonKey> GetAsync(CancellationToken cancel) => Task.FromResult(new PersonKey(new byte[32], "test-1"));
    }
}
