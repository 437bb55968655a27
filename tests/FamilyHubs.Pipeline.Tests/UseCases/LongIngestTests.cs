using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A batch that takes longer than a lease lasts, by a clock that the test moves.</summary>
public sealed class LongIngestTests
{
    private static readonly TimeSpan Step = ExtractLedger.Lease / 3;
    private readonly IngestWorld _world = new();

    [Fact]
    public async Task Ingest_LongerThanALease_KeepsTheArea()
    {
        await _world.LandAsync(SmallBatches.Full);
        var others = 0;
        var blobs = new StoppedBlobs(_world.Blobs)
        {
            BeforeRead = async (_, name) =>
            {
                if (!name.EndsWith("/SRPatientGroups.csv", StringComparison.Ordinal) || others > 0)
                {
                    return;
                }

                for (var step = 0; step < 12; step++)
                {
                    await PassAsync(Step);
                    var other = await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Full.Extract, force: false, progress: null, default);
                    Assert.True(other.Busy, $"After {(step + 1) * Step} another worker has taken over.");
                    others++;
                }
            },
        };

        var outcome = await RunAsync(blobs);

        Assert.Equal((true, false, 12), (outcome.IsDone, outcome.Busy, others));
        Assert.Equal(1, outcome.Entry.Commits);
        Assert.Null(await _world.Leases.TakeAsync(IngestWorld.Area, default) is { } ? null : "the lease was not given back");
    }

    [Fact]
    public async Task Ingest_WorkerThatStoodStill_EndsWithoutCommittingWhenAnotherTookOver()
    {
        await _world.LandAsync(SmallBatches.Full);
        var isFirst = true;
        var blobs = new StoppedBlobs(_world.Blobs)
        {
            BeforeRead = async (container, _) =>
            {
                if (!isFirst || container != Containers.Landing)
                {
                    return;
                }

                isFirst = false;

                // The process is stopped for so long that its lease ends, and the other one begins a moment before it goes on.
                var stolen = await _world.Tables.FindAsync(TableNames.Extracts, $"{IngestWorld.Area}|lease", "lake", default);
                await _world.Tables.ReplaceAsync(TableNames.Extracts, stolen!, default);
            },
        };

        var outcome = await RunAsync(blobs);

        Assert.True(outcome.Busy);
        Assert.Empty(await _world.RowsAsync("SRPatient"));
        Assert.NotEqual(ExtractState.Done, (await _world.Ledger.FindAsync(IngestWorld.Area, SmallBatches.Full.Extract, default))!.State);
    }

    [Fact]
    public async Task Hold_LeaseTaken_IsGivenBackAtTheEnd()
    {
        await using (var hold = await _world.Leases.HoldAsync(IngestWorld.Area, default))
        {
            Assert.NotNull(hold);
            Assert.True(await _world.Leases.IsTakenAsync(IngestWorld.Area, default));
            Assert.Null(await _world.Leases.HoldAsync(IngestWorld.Area, default));
        }

        Assert.False(await _world.Leases.IsTakenAsync(IngestWorld.Area, default));
    }

    private async Task<FamilyHubs.Pipeline.UseCases.IngestOutcome> RunAsync(StoppedBlobs blobs) =>
        await _world.Batches(wrap: _ => blobs).RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Full.Extract, force: false, progress: null, default);

    /// <summary>Moves the clock, and lets what waits for it have its turn: until the lease reaches a full length from now.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        _world.Time.Advance(time);
        var wanted = _world.Time.GetUtcNow() + ExtractLedger.Lease;
        for (var turn = 0; turn < 5000; turn++)
        {
            var lease = await _world.Tables.FindAsync(TableNames.Extracts, $"{IngestWorld.Area}|lease", "lake", default);
            if (lease!.Time("Until") >= wanted)
            {
                return;
            }

            await Task.Delay(1);
        }

        Assert.Fail("The lease was not renewed.");
    }
}
