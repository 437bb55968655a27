using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class HeldBatchTests
{
    private readonly IngestWorld _world = new();

    [Theory]
    [InlineData(80, ExtractState.Done)]
    [InlineData(79, ExtractState.Held)]
    public async Task FullCopy_FewerRowsThanTheLimit_IsHeld(int rows, ExtractState expected)
    {
        await _world.IngestAsync(Full("20190325_0215", 100, "ORG1"));
        await _world.IngestAsync(Full("20190401_0215", 100, "ORG1"));

        var outcome = await _world.IngestAsync(Full("20190408_0215", rows, "ORG1"));

        Assert.Equal(expected, outcome.Entry.State);
        Assert.Equal(expected == ExtractState.Held ? ReasonCodes.RowCountDrop : null, outcome.Entry.Reason);
        Assert.Equal(expected == ExtractState.Held ? 100 : rows, (await _world.RowsAsync("SRPatient")).Count);
    }

    [Fact]
    public async Task FullCopy_OfAFewRows_MayLoseSome()
    {
        await _world.IngestAsync(Full("20190325_0215", 12, "ORG1"));

        Assert.True((await _world.IngestAsync(Full("20190401_0215", 2, "ORG1"))).IsDone);
    }

    [Fact]
    public async Task Batch_OfNoKnownOrganisation_IsHeldUntilReleased()
    {
        await _world.IngestAsync(Full("20190325_0215", 3, "ORG1"));
        var other = Full("20190401_0215", 4, "ORG9");

        var held = await _world.IngestAsync(other);

        Assert.Equal((ExtractState.Held, ReasonCodes.OtherOrganisation), (held.Entry.State, held.Entry.Reason));
        Assert.Equal(3, (await _world.RowsAsync("SRPatient")).Count);
        Assert.Empty(await _world.Sweep().RunAsync(default));

        var released = await _world.Batches().ReleaseAsync(await IngestWorld.ProfileAsync(), other.Extract, progress: null, default);
        Assert.True(released.IsDone);
        Assert.Null(released.Entry.Reason);
        Assert.Equal(7, (await _world.RowsAsync("SRPatient")).Count);
    }

    [Fact]
    public async Task Delta_OfFewRows_IsNotHeld()
    {
        await _world.IngestAsync(Full("20190325_0215", 100, "ORG1"));
        var delta = new LandedBatch("20190401_0215", from: "20190325_0215")
            .With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "1,ORG1,,,,1");

        Assert.True((await _world.IngestAsync(delta)).IsDone);
        Assert.Equal(99, (await _world.RowsAsync("SRPatient")).Count);
    }

    private static LandedBatch Full(string extract, int rows, string organisation) => new LandedBatch(extract)
        .With("SRPatient", SmallBatches.PatientHeader, Enumerable.Range(1, rows).Select(i => $"{i},{organisation},,01 Jan 2016 00:00,F"));
}
