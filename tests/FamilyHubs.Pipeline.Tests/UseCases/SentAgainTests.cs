using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A batch that is sent again under its name, file by file: it is taken as one piece, never half of the one copy and half of the other.</summary>
public sealed class SentAgainTests
{
    private const string Patients = "20190325_0215/SRPatient.csv";
    private const string Manifest = "20190325_0215/SRManifest.csv";

    [Fact]
    public async Task Run_AFileIsYoungerThanTheManifest_LeavesTheBatchUntilItsManifestComes()
    {
        var world = await SentHalfAgainAsync();

        var outcome = await RunAsync(world);
        var swept = await world.Sweep().RunAsync(default);

        Assert.False(outcome.IsDone);
        Assert.False(outcome.Busy);
        Assert.DoesNotContain(swept, taken => taken.IsDone);
        Assert.Empty(world.Blobs.Contents(Containers.Archive));
        Assert.Equal(3, world.Blobs.Contents(Containers.Landing).Count);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.LandAsync(Manifest, SmallBatches.Full.Files.Last().Text);

        Assert.True((await RunAsync(world)).IsDone);
        Assert.Empty(world.Blobs.Contents(Containers.Landing));
    }

    [Fact]
    public async Task Sweep_TheSenderIsSilentForHalfAnHour_TakesWhatIsThere()
    {
        var world = await SentHalfAgainAsync();
        await RunAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(30));

        var swept = await world.Sweep().RunAsync(default);

        Assert.Equal(ExtractState.Done, Assert.Single(swept).Entry.State);
        Assert.Empty(world.Blobs.Contents(Containers.Landing));
    }

    /// <summary>A batch lies there; a minute later the first of its files comes again.</summary>
    private static async Task<IngestWorld> SentHalfAgainAsync()
    {
        var world = new IngestWorld();
        await world.LandAsync(SmallBatches.Full);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.LandAsync(Patients, SmallBatches.Full.Files.First(file => file.Name == "SRPatient.csv").Text);
        return world;
    }

    private static async Task<Pipeline.UseCases.IngestOutcome> RunAsync(IngestWorld world) =>
        await world.Batches().RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Full.Extract, force: false, progress: null, default);
}
