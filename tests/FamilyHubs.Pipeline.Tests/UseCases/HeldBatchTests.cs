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

    [Fact]
    public async Task FullCopy_OfTheUsualSizeWithoutADistrict_IsHeldUntilReleased()
    {
        await PostcodesAsync();
        await _world.IngestAsync(Homes("20190325_0215", (100, "CM1 1AA"), (60, "CO1 1AA"), (40, "XX1 1XX")));

        var held = await _world.IngestAsync(Homes("20190401_0215", (160, "CM1 1AA"), (40, "XX1 1XX")));

        Assert.Equal((ExtractState.Held, ReasonCodes.DistrictDrop), (held.Entry.State, held.Entry.Reason));
        Assert.Contains("0 addresses in the district E07000071; what it would replace has 60", held.Entry.Message, StringComparison.Ordinal);
        Assert.True((await _world.Batches().ReleaseAsync(await IngestWorld.ProfileAsync(), "20190401_0215", progress: null, default)).IsDone);
        Assert.True((await _world.IngestAsync(Homes("20190408_0215", (160, "CM1 1AA"), (40, "XX1 1XX")))).IsDone);
    }

    [Theory]
    [InlineData(48, true)]
    [InlineData(47, false)]
    public async Task FullCopy_FewerAddressesInADistrict_IsHeldBelowTheLimit(int addresses, bool isDone)
    {
        await PostcodesAsync();
        await _world.IngestAsync(Homes("20190325_0215", (100, "CM1 1AA"), (60, "CO1 1AA")));

        Assert.Equal(isDone, (await _world.IngestAsync(Homes("20190401_0215", (110, "CM1 1AA"), (addresses, "CO1 1AA")))).IsDone);
    }

    [Fact]
    public async Task FullCopy_OfOtherOrganisations_IsNotComparedWithTheirs()
    {
        await PostcodesAsync();
        await _world.IngestAsync(Homes("20190325_0215", (100, "CM1 1AA"), (60, "CO1 1AA")));
        var both = new LandedBatch("20190401_0215")
            .With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,F")
            .With("SRPatientAddressHistory", AddressHeader, Enumerable.Range(1, 150).Select(i => $"{i},ORG2,CM1 1AA,{i}"));

        Assert.True((await _world.IngestAsync(both)).IsDone);
    }

    private const string AddressHeader = "RowIdentifier,IDOrganisationVisibleTo,FullPostCode,IDPatient";

    private async Task PostcodesAsync()
    {
        await _world.LandAsync("reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,,\r\nCO1 1AA,E07000071,,\r\n");
        Assert.True((await _world.Files().RunAsync(await IngestWorld.ProfileAsync(), "reference/postcodes.csv", default)).IsDone);
    }

    private static LandedBatch Homes(string extract, params (int Count, string Postcode)[] homes) => new LandedBatch(extract).With(
        "SRPatientAddressHistory", AddressHeader, homes.SelectMany(h => Enumerable.Repeat(h.Postcode, h.Count)).Select((p, i) => $"{i + 1},ORG1,{p},{i + 1}"));

    private static LandedBatch Full(string extract, int rows, string organisation) => new LandedBatch(extract)
        .With("SRPatient", SmallBatches.PatientHeader, Enumerable.Range(1, rows).Select(i => $"{i},{organisation},,01 Jan 2016 00:00,F"));
}
