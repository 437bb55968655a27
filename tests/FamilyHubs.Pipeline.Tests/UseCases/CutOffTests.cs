using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Testing.Faults;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>
/// A batch is cut off between the commits of two tables, and something else comes before it is taken up again: nothing of half a batch is
/// ever pinned, and what is taken up again is whole (extracts.md 3: all tables of a batch become visible together).
/// </summary>
public sealed class CutOffTests
{
    private const string Indicators = "returns/indicator-a.csv";

    /// <summary>Corrected content of the delta: patient 5 is not in it, patient 6 is.</summary>
    private static LandedBatch Corrected { get; } = new LandedBatch(SmallBatches.Delta.Extract, from: SmallBatches.Full.Extract)
        .With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "6,ORG2,,06 Jun 2018 00:00,M,0")
        .With("SRPatientGroups", SmallBatches.GroupHeader + ",RemovedData", "16,ORG2,02 Apr 2019 09:00:00,01 Apr 2019 09:00:00,Smoker,6,0");

    /// <summary>A full copy that is drawn later.</summary>
    private static LandedBatch Later { get; } = new LandedBatch("20190408_0215")
        .With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,F", "7,ORG2,,07 Jul 2018 00:00,M")
        .With("SRPatientGroups", SmallBatches.GroupHeader, "10,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Teenage Parent,1", "17,ORG2,02 Apr 2019 09:00:00,01 Apr 2019 09:00:00,Smoker,7");

    [Fact]
    public async Task Batch_CorrectedAfterItWasCutOff_LeavesNothingOfTheFirstCopy()
    {
        var expected = await RowsAfterAsync(async world => await world.IngestAsync(Corrected));

        await AtEachCallAsync(async world =>
        {
            if ((await world.Ledger.FindAsync(IngestWorld.Area, Corrected.Extract, default))?.State == ExtractState.Done)
            {
                // It was committed: the correction is a later delta.
                return null;
            }

            await world.IngestAsync(Corrected);
            return await RowsAsync(world) == expected ? null : await RowsAsync(world);
        });
    }

    [Fact]
    public async Task Return_WhileABatchIsCutOff_PinsNothingOfTheBatch()
    {
        var before = await RowsAfterAsync(_ => Task.CompletedTask);
        var after = await RowsAfterAsync(async world => await world.IngestAsync(SmallBatches.Delta));

        await AtEachCallAsync(async world =>
        {
            await world.LandAsync(Indicators, "Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value,Note\r\nA,IND1,area,X,2019-03,1,2,,\r\n");
            var isDone = (await world.Ledger.FindAsync(IngestWorld.Area, SmallBatches.Delta.Extract, default))?.State == ExtractState.Done;
            Assert.True((await world.Files().RunAsync(await IngestWorld.ProfileAsync(), Indicators, default)).IsDone);
            var meanwhile = await RowsAsync(world);
            await RunDeltaAsync(world, plan: null);
            var then = await RowsAsync(world);
            return meanwhile != (isDone ? after : before) ? $"meanwhile {meanwhile}" : then == after ? null : $"then {then}";
        });
    }

    [Fact]
    public async Task Batch_LaterFullCopyComesWhileOneIsCutOff_FirstTakesUpThatOne()
    {
        var later = await RowsAfterAsync(async world => await world.IngestAsync(Later));

        await AtEachCallAsync(async world =>
        {
            Assert.True((await world.IngestAsync(Later)).IsDone);
            var rows = await RowsAsync(world);
            var states = string.Join(' ', (await world.Ledger.ListAsync(IngestWorld.Area, default)).Select(e => $"{e.Extract} {e.State} {e.Sequence}"));
            var isRight = rows == later && states == $"{SmallBatches.Full.Extract} Done 1 {SmallBatches.Delta.Extract} Done 2 {Later.Extract} Done 3";
            return isRight ? null : $"{states}: {rows}";
        });
    }

    /// <summary>The delta is cut off after each call in turn; what follows says what is wrong, or null.</summary>
    private static async Task AtEachCallAsync(Func<IngestWorld, Task<string?>> follow)
    {
        var counter = new FaultPlan();
        await RunDeltaAsync(await StartAsync(), counter);
        Assert.True(counter.Calls > 30, $"{counter.Calls} calls.");
        for (var call = 1; call <= counter.Calls; call++)
        {
            var world = await StartAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => RunDeltaAsync(world, new FaultPlan(call, FaultKind.CrashAfter)));
            world.Time.Advance(ExtractLedger.Lease + TimeSpan.FromMinutes(1));
            var wrong = await follow(world);
            Assert.True(wrong is null, $"Cut off after call {call} of {counter.Calls}: {wrong}");
        }
    }

    private static async Task<IngestWorld> StartAsync()
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);
        await world.LandAsync(SmallBatches.Delta);
        return world;
    }

    private static async Task RunDeltaAsync(IngestWorld world, FaultPlan? plan) =>
        await world.Batches(plan).RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Delta.Extract, force: false, progress: null, default);

    private static async Task<string> RowsAfterAsync(Func<IngestWorld, Task> work)
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);
        await work(world);
        return await RowsAsync(world);
    }

    private static async Task<string> RowsAsync(IngestWorld world) =>
        string.Join('\n', [.. await world.RowsAsync("SRPatient"), .. await world.RowsAsync("SRPatientGroups")]);
}
