using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Telemetry;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class SweepLandingTests
{
    private readonly IngestWorld _world = new();

    [Fact]
    public async Task Sweep_NoEventEverCame_IngestsAsEventsWould()
    {
        await _world.LandAsync(SmallBatches.Delta);
        await _world.LandAsync(SmallBatches.Full);
        await _world.LandAsync("reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\n");

        var outcomes = await _world.Sweep().RunAsync(default);

        Assert.Equal(["reference/postcodes.csv", SmallBatches.Full.Extract, SmallBatches.Delta.Extract], outcomes.Select(o => o.Entry.Extract));
        Assert.All(outcomes, o => Assert.True(o.IsDone));
        Assert.Empty(_world.Blobs.Contents(Containers.Landing));
        Assert.Single(await _world.RowsAsync("Postcodes"));
        Assert.Empty(await _world.Sweep().RunAsync(default));
    }

    [Fact]
    public async Task Sweep_NothingToDo_GivesASignOfLife()
    {
        var log = new LinesLogger<SweepLanding>();

        await _world.Sweep(log: log).RunAsync(default);

        var (name, line) = Assert.Single(log.Entries);
        Assert.Equal("Heartbeat", name);
        Assert.EndsWith(" 0 taken up, 0 failed", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_BatchWithoutManifest_WaitsForIt()
    {
        await _world.LandAsync("20190325_0215/SRPatient.csv", SmallBatches.PatientHeader + "\r\n");

        Assert.Empty(await _world.Sweep().RunAsync(default));
        Assert.Empty(await _world.Ledger.ListAsync(IngestWorld.Area, default));
    }

    [Fact]
    public async Task Sweep_RefusedBatch_IsTriedAgainOnlyWhenItChanged()
    {
        await _world.LandAsync("20190325_0215/SRPatient.csv", SmallBatches.PatientHeader + "\r\n1,ORG1,,,F\r\n");
        await _world.LandAsync("20190325_0215/SRManifest.csv", "nothing");

        var first = Assert.Single(await _world.Sweep().RunAsync(default));
        Assert.Equal(ReasonCodes.ManifestUnreadable, first.Entry.Reason);
        Assert.Empty(await _world.Sweep().RunAsync(default));

        await _world.LandAsync(new LandedBatch("20190325_0215").With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,F"));
        var second = Assert.Single(await _world.Sweep().RunAsync(default));
        Assert.True(second.IsDone);
        Assert.Single(await _world.RowsAsync("SRPatient"));
    }

    [Fact]
    public async Task Sweep_DeferredBatch_IsTakenOnceTheGapIsClosed()
    {
        await _world.IngestAsync(SmallBatches.Full);
        var late = new LandedBatch("20190402_0215", from: "20190401_0215")
            .With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "6,ORG1,,06 Jun 2018 00:00,M,0");
        Assert.Equal(ExtractState.Deferred, (await _world.IngestAsync(late)).Entry.State);
        _world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(await _world.Sweep().RunAsync(default));

        await _world.LandAsync(SmallBatches.Delta);
        await _world.Sweep().RunAsync(default);

        Assert.All(await _world.Ledger.ListAsync(IngestWorld.Area, default), e => Assert.Equal(ExtractState.Done, e.State));
        Assert.Empty(_world.Blobs.Contents(Containers.Landing));
    }

    [Fact]
    public async Task Sweep_AnotherWorkerHasTheBatch_LeavesItUntilTheLeaseEnds()
    {
        await _world.LandAsync(SmallBatches.Full);
        Assert.NotNull(await _world.Leases.TakeAsync(IngestWorld.Area, default));
        Assert.NotNull(await _world.Ledger.ClaimAsync(IngestWorld.Area, SmallBatches.Full.Extract, default));
        Assert.True(Assert.Single(await _world.Sweep().RunAsync(default)).Busy);

        _world.Time.Advance(ExtractLedger.Lease);
        Assert.True(Assert.Single(await _world.Sweep().RunAsync(default)).IsDone);
    }
}
