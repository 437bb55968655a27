using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Events of <c>landing</c>: any name, early, late, repeated, or for what is not there any more (reliability.md B1-B6).</summary>
public sealed class TakeLandedTests
{
    private const string Manifest = "essex/20190325_0215/SRManifest.csv";
    private readonly IngestWorld _world = new();

    [Theory]
    [InlineData("essex/20190325_0215/more/SRManifest.csv")]
    [InlineData("essex/more/returns/indicator-a.csv")]
    [InlineData("essex/returns/more/indicator-a.csv")]
    [InlineData("essex/SRManifest.csv")]
    [InlineData("essex//SRManifest.csv")]
    [InlineData("/20190325_0215/SRManifest.csv")]
    [InlineData("essex/20190325_0215/SRExtract.zip")]
    [InlineData("elsewhere/20190325_0215/SRManifest.csv")]
    public async Task Run_NameOfNoPlaceOrNoArea_IsLeftWithoutAFault(string blob)
    {
        await _world.Blobs.WriteAsync(Containers.Landing, blob, new MemoryStream([1]), WriteCondition.Always, default);

        Assert.Null(await _world.Landed().RunAsync(blob, default));

        Assert.Single(_world.Blobs.Contents(Containers.Landing));
        Assert.Empty(await _world.Ledger.ListAsync(IngestWorld.Area, default));
    }

    [Fact]
    public async Task Run_EveryEventTwiceAndReversed_EndsAsOnce()
    {
        await _world.LandAsync(SmallBatches.Full);
        await _world.LandAsync(SmallBatches.Delta);
        string[] events = [$"essex/{SmallBatches.Delta.Extract}/SRManifest.csv", Manifest];
        foreach (var blob in events.Concat(events).Concat(events.Reverse()))
        {
            await _world.Landed().RunAsync(blob, default);
        }

        Assert.All(await _world.Ledger.ListAsync(IngestWorld.Area, default), e => Assert.Equal((ExtractState.Done, 1L), (e.State, e.Commits)));
        Assert.Empty(_world.Blobs.Contents(Containers.Landing));
    }

    [Fact]
    public async Task Run_ManifestOfNoLengthThenWhole_IsRefusedThenTaken()
    {
        await _world.LandAsync(SmallBatches.Full);
        await _world.LandAsync($"{SmallBatches.Full.Extract}/SRManifest.csv", string.Empty);

        var early = await _world.Landed().RunAsync(Manifest, default);
        await _world.LandAsync(SmallBatches.Full);
        var whole = await _world.Landed().RunAsync(Manifest, default);

        Assert.Equal((ExtractState.Refused, ReasonCodes.ManifestUnreadable), (early!.Entry.State, early.Entry.Reason));
        Assert.True(whole!.IsDone);
    }

    [Fact]
    public async Task Run_BatchGoneBeforeItWasRead_IsOnRecord()
    {
        var outcome = await _world.Landed().RunAsync(Manifest, default);

        Assert.Equal((ExtractState.Refused, ReasonCodes.ManifestUnreadable), (outcome!.Entry.State, outcome.Entry.Reason));
    }

    [Fact]
    public async Task Run_FileGoneBeforeItWasRead_IsOnRecordUntilItComes()
    {
        const string Path = "reference/postcodes.csv";

        var gone = await _world.Landed().RunAsync($"essex/{Path}", default);
        await _world.LandAsync(Path, "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\n");
        var there = await _world.Landed().RunAsync($"essex/{Path}", default);
        var late = await _world.Landed().RunAsync($"essex/{Path}", default);

        Assert.Equal((ExtractState.Refused, ReasonCodes.FileMissing), (gone!.Entry.State, gone.Entry.Reason));
        Assert.True(there!.IsDone);
        Assert.True(late!.AlreadyDone);
    }

    [Fact]
    public async Task Run_BlobWrittenAnewWhileItIsRead_IsTriedAgainAndNeverMixed()
    {
        await _world.LandAsync(SmallBatches.Full);
        var anew = new LandedBatch(SmallBatches.Full.Extract).With("SRPatient", SmallBatches.PatientHeader, "9,ORG1,,01 Jan 2016 00:00,F");
        var isFirst = true;
        var blobs = new StoppedBlobs(_world.Blobs)
        {
            BeforeRead = async (_, name) =>
            {
                if (isFirst && name.EndsWith("/SRPatient.csv", StringComparison.Ordinal))
                {
                    isFirst = false;
                    await _world.LandAsync(anew);
                }
            },
        };

        await Assert.ThrowsAsync<BlobConflictException>(() => _world.Landed(blobs).RunAsync(Manifest, default));
        Assert.Empty(await _world.RowsAsync("SRPatient"));
        Assert.True((await _world.Landed().RunAsync(Manifest, default))!.Entry.Reason is null or ReasonCodes.FileUnlisted);
        Assert.Contains("RowIdentifier=9", Assert.Single(await _world.RowsAsync("SRPatient")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BlobWrittenAnewWhileTheFormerIsMoved_StaysAndIsTakenNext()
    {
        const string Path = "reference/postcodes.csv";
        await _world.LandAsync(Path, "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\n");
        var blobs = new StoppedBlobs(_world.Blobs)
        {
            BeforeDelete = (_, _) => _world.LandAsync(Path, "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\nCM1 1AB,E07000070,E01021500,3\r\n"),
        };

        Assert.True((await _world.Landed(blobs).RunAsync($"essex/{Path}", default))!.IsDone);
        Assert.Single(_world.Blobs.Contents(Containers.Landing));
        Assert.True(Assert.Single(await _world.Sweep().RunAsync(default)).IsDone);

        Assert.Equal(2, (await _world.RowsAsync("Postcodes")).Count);
        Assert.Empty(_world.Blobs.Contents(Containers.Landing));
    }
}
