using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Upkeep never takes what a kept batch or a published report was made from, wherever it is cut off.</summary>
public sealed class KeepLakeTests
{
    private const int Batches = 12;
    private const int TriesEach = 4;
    private static readonly LakeRetention None = new(HistoryDays: 0, PublishedDays: 0);
    private static readonly LakeOptions Eager = new() { RunRows = 64, FileRows = 64, RowGroupRows = 32, CompactFiles = 1 };

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Fact]
    public async Task Keep_HistoryKept_EveryBatchIsReadAsBefore()
    {
        var world = await FilledAsync();
        var before = await world.DescribeAsync();

        var result = await world.Keep(options: Eager).RunAsync(IngestWorld.Area, new LakeRetention(), dryRun: false, default);

        Assert.Contains(result.Tables, t => t.Checkpoint is not null);
        Assert.All(result.Tables, t => Assert.Equal(0, t.Deleted));
        Assert.Equal(before, await world.DescribeAsync());
    }

    [Fact]
    public async Task Keep_HistoryOver_KeepsTheNewestAndWhatAPublishedReportWasMadeFrom()
    {
        var world = await FilledAsync();
        var entries = await world.Ledger.ListAsync(IngestWorld.Area, default);
        var published = entries[2];
        await new RunLedger(world.Tables).WriteAsync(
            new RunEntry(IngestWorld.Area, "run", "weekly", "2019-W13", published.Extract, "1", RunState.Done, world.Time.GetUtcNow()) { Pins = published.Pins }, default);
        var before = await RowsAsync(world, published);
        var newest = await RowsAsync(world, entries[^1]);

        var result = await world.Keep().RunAsync(IngestWorld.Area, None with { PublishedDays = 30 }, dryRun: false, default);

        Assert.Contains(result.Tables, t => t.Deleted > 0);
        Assert.Equal(before, await RowsAsync(world, published));
        Assert.Equal(newest, await RowsAsync(world, entries[^1]));
        await Assert.ThrowsAsync<InvalidDataException>(() => RowsAsync(world, entries[5]));
    }

    [Fact]
    public async Task Keep_ThenIngest_GoesOnFromTheNewest()
    {
        var world = await FilledAsync();
        await world.Keep(options: Eager).RunAsync(IngestWorld.Area, None, dryRun: false, default);

        var outcome = await world.IngestAsync(Delta(Batches + 1));

        Assert.True(outcome.IsDone, outcome.Entry.Message);
        Assert.Equal(Batches + 2, (await world.RowsAsync("SRPatient")).Count);
    }

    [Fact]
    public async Task Keep_WhileAnotherWorkerHasTheArea_IsBusy()
    {
        var world = await FilledAsync();
        await new AreaLease(world.Tables, world.Time).TakeAsync(IngestWorld.Area, default);

        Assert.True((await world.Keep().RunAsync(IngestWorld.Area, None, dryRun: false, default)).Busy);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Keep_DisturbedAtEachCall_LosesNoRowInUse(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter);
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) => Assert.Equal(expected, await RunAsync(new FaultPlan(call, kind))));
        Assert.InRange(counter.Calls, 50, int.MaxValue);
    }

    private static async Task<string> RunAsync(FaultPlan plan)
    {
        var world = await FilledAsync();
        FaultPlan? first = plan;
        for (var attempt = 1; attempt <= TriesEach; attempt++)
        {
            try
            {
                if (!(await world.Keep(first, Eager).RunAsync(IngestWorld.Area, None, dryRun: false, default)).Busy)
                {
                    break;
                }
            }
            catch (Exception) when (first is { Struck: true })
            {
                first = null;
            }

            world.Time.Advance(ExtractLedger.Lease + TimeSpan.FromMinutes(1));
        }

        var entries = await world.Ledger.ListAsync(IngestWorld.Area, default);
        var files = world.Blobs.Contents(Containers.Lake).Keys.Where(name => !name.Contains("checkpoint", StringComparison.Ordinal));
        return string.Join('\n', await RowsAsync(world, entries[^1])) + string.Join('\n', files);
    }

    private static async Task<string[]> RowsAsync(IngestWorld world, ExtractEntry entry)
    {
        List<string> rows = [];
        foreach (var (table, version) in entry.Pins.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            rows.AddRange(await world.RowsAsync(table, version));
        }

        return [.. rows];
    }

    private static async Task<IngestWorld> FilledAsync()
    {
        var world = new IngestWorld();
        await world.IngestAsync(new LandedBatch(Name(0)).With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,F"));
        for (var batch = 1; batch <= Batches; batch++)
        {
            world.Time.Advance(TimeSpan.FromDays(1));
            Assert.True((await world.IngestAsync(Delta(batch))).IsDone);
        }

        // With no history kept at all, what was committed this very second is out of use.
        world.Time.Advance(TimeSpan.FromSeconds(1));
        return world;
    }

    private static LandedBatch Delta(int batch) => new LandedBatch(Name(batch), from: Name(batch - 1))
        .With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", FormattableString.Invariant($"{batch + 1},ORG1,,01 Jan 2016 00:00,F,0"));

    private static string Name(int day) => FormattableString.Invariant($"201903{day + 1:00}_0215");
}
