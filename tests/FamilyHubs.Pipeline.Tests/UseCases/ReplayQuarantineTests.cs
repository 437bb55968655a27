using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases.Replay;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Corrected rows go through again: none is lost, none is doubled, and newer data stays.</summary>
public sealed class ReplayQuarantineTests
{
    private const string Groups = "SRPatientGroups";
    private const string Good = "13,ORG2,02 Mar 2019 09:00:00,09 Mar 2019 09:00:00,Smoker,3";
    private const string Bad = "13,ORG2,02 Mar 2019 09:00:00,98 Mar 2019 09:00:00,Smoker,3";
    private const int TriesEach = 4;

    private static readonly string Full = SmallBatches.Full.Extract;

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Fact]
    public async Task Replay_CorrectedRow_IsInTheLakeMarkedAndCounted()
    {
        var world = await FilledAsync();

        var result = await ReplayAsync(world, Good);

        Assert.Equal((1, 1, 0, 0), (result.Rows, result.Replayed, result.Superseded, result.Waiting));
        Assert.Contains(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal));
        var row = Assert.Single(await world.Quarantine.ListAsync(IngestWorld.Area, Full, default), r => r.Table == Groups);
        Assert.Equal(ReplayMark.Replayed, row.Outcome);
        var entries = await world.Ledger.ListAsync(IngestWorld.Area, default);
        var counts = entries.Single(e => e.Extract == Full).Tables.Single(t => t.Table == Groups);
        Assert.Equal((5, 4, 1, 1), (counts.Rows, counts.Kept, counts.Refused, counts.Replayed));
        var replay = entries.Single(e => e.Extract == result.Entry).Tables.Single();
        Assert.Equal((1, 1, 0, 1), (replay.Rows, replay.Kept, replay.Refused, replay.Inserted));
    }

    [Fact]
    public async Task Replay_NewestBatch_ReadsTheRow()
    {
        var world = await FilledAsync();
        await ReplayAsync(world, Good);

        var committed = new CommittedExtracts(await world.Ledger.ListAsync(IngestWorld.Area, default));

        Assert.Equal(committed.CurrentPins[Groups], committed.PinsOf(committed.Newest!)[Groups]);
        Assert.Equal(Full, committed.Newest!.Extract);
    }

    [Fact]
    public async Task Replay_RowStillBad_StaysWithTheSameReason()
    {
        var world = await FilledAsync();

        var result = await ReplayAsync(world, Bad);

        Assert.Equal((0, 1), (result.Replayed, result.Waiting));
        Assert.Equal(ReasonCodes.BadDate, Assert.Single(result.Refused).Reason);
        Assert.DoesNotContain(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_SameFileTwice_ChangesNothing()
    {
        var world = await FilledAsync();
        await ReplayAsync(world, Good);
        var before = await world.DescribeAsync();

        var again = await ReplayAsync(world, Good);

        Assert.True(again.AlreadyDone);
        Assert.Equal(before, await world.DescribeAsync());
    }

    [Fact]
    public async Task Replay_AnotherFileWithTheSameRow_IsRefusedAsAlreadyReplayed()
    {
        var world = await FilledAsync();
        await ReplayAsync(world, Good);

        var again = await ReplayAsync(world, Good.Replace("Smoker", "Teenage Parent", StringComparison.Ordinal));

        Assert.Equal(ReasonCodes.AlreadyReplayed, Assert.Single(again.Refused).Reason);
        Assert.Contains(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal) && row.Contains("Smoker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_RowThatWasNeverRefused_IsNotTaken()
    {
        var world = await FilledAsync();

        var result = await ReplayAsync(world, "10,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,1", Good);

        var refused = Assert.Single(result.Refused);
        Assert.Equal((2L, ReasonCodes.NotInQuarantine), (refused.Line, refused.Reason));
        Assert.Equal(1, result.Replayed);
        Assert.DoesNotContain(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=10", StringComparison.Ordinal) && row.Contains("Smoker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_NewerVersionOfTheRowHasCome_NewerStays()
    {
        var world = await FilledAsync();
        await world.IngestAsync(Delta().With(
            Groups, SmallBatches.GroupHeader + ",RemovedData", "13,ORG2,03 Apr 2019 09:00:00,02 Apr 2019 09:00:00,Lone Parent,3,0"));

        var result = await ReplayAsync(world, Good);

        Assert.Equal((0, 1, 0), (result.Replayed, result.Superseded, result.Waiting));
        Assert.Contains(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal) && row.Contains("Lone Parent", StringComparison.Ordinal));
        Assert.Equal(ReplayMark.Superseded, (await world.Quarantine.ListAsync(IngestWorld.Area, Full, default)).Single(r => r.Table == Groups).Outcome);
    }

    [Fact]
    public async Task Replay_PatientHasLeftSince_IsSuperseded()
    {
        var world = await FilledAsync();
        await world.IngestAsync(Delta().With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "3,ORG2,,,,1"));

        var result = await ReplayAsync(world, Good);

        Assert.Equal((0, 1), (result.Replayed, result.Superseded));
        Assert.DoesNotContain(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_LaterFullCopyHasCome_IsRefusedWithWhereToGo()
    {
        var world = await FilledAsync();
        await world.IngestAsync(new LandedBatch("20190401_0215").With(Groups, SmallBatches.GroupHeader, "11,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Teenage Parent,2", "12,ORG2,02 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3"));

        var result = await ReplayAsync(world, Good);

        Assert.Contains("--extract 20190401_0215", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_KeyWasTheFault_IsMatchedInOrder()
    {
        var world = new IngestWorld();
        await world.IngestAsync(new LandedBatch(Full).With(Groups, SmallBatches.GroupHeader, "11,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Teenage Parent,2", ",ORG2,02 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3"));

        var result = await ReplayAsync(world, "14,ORG2,02 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3");

        Assert.Equal((1, 0), (result.Replayed, result.Waiting));
    }

    [Fact]
    public async Task Replay_RowsAsTheyAre_AreReadAgain()
    {
        var world = await FilledAsync();

        var result = await world.Replay().RunAsync(await IngestWorld.ProfileAsync(), Full, Groups, corrected: null, default);

        Assert.Equal((1, 0, 1), (result.Rows, result.Replayed, result.Waiting));
        Assert.Equal(ReasonCodes.BadDate, Assert.Single(result.Refused).Reason);
    }

    [Fact]
    public async Task Replay_RowOfAForgottenPerson_IsLeftOut()
    {
        var world = await FilledAsync();
        await new ForgottenPeople(world.Tables, IngestWorld.Key).AddAsync(IngestWorld.Area, 3, null, world.Time.GetUtcNow(), default);

        var result = await ReplayAsync(world, Good);

        Assert.Equal(0, result.Replayed);
        Assert.DoesNotContain(await world.RowsAsync(Groups), row => row.Contains("RowIdentifier=13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20190101_0000", Groups, "is not committed")]
    [InlineData("20190325_0215", "SRPatientRemovedByContentFilter", "send it again")]
    [InlineData("20190325_0215", "Postcodes", "send it again")]
    public async Task Replay_NothingToReplayInto_SaysWhy(string extract, string table, string why)
    {
        var world = await FilledAsync();

        var result = await world.Replay().RunAsync(await IngestWorld.ProfileAsync(), extract, table, new MemoryStream("RowIdentifier\r\n1\r\n"u8.ToArray()), default);

        Assert.Contains(why, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Replay_DisturbedAtEachCall_EndsAsUndisturbed(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter);
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            if (await RunAsync(new FaultPlan(call, kind)) != expected)
            {
                different.Add(string.Create(CultureInfo.InvariantCulture, $"Call {call} of {counter.Calls}, {kind}"));
            }
        });

        Assert.Empty(different.Order(StringComparer.Ordinal));
        Assert.InRange(counter.Calls, 20, int.MaxValue);
    }

    private static async Task<string> RunAsync(FaultPlan plan)
    {
        var world = await FilledAsync();
        FaultPlan? first = plan;
        for (var attempt = 1; attempt <= TriesEach; attempt++)
        {
            try
            {
                if ((await ReplayAsync(world, first, Good)).Message is null)
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

        return await world.DescribeAsync();
    }

    private static LandedBatch Delta() => new("20190401_0215", from: Full);

    private static async Task<IngestWorld> FilledAsync()
    {
        var world = new IngestWorld();
        Assert.True((await world.IngestAsync(SmallBatches.Full)).IsDone);
        return world;
    }

    private static Task<ReplayResult> ReplayAsync(IngestWorld world, params string[] rows) => ReplayAsync(world, null, rows);

    private static async Task<ReplayResult> ReplayAsync(IngestWorld world, FaultPlan? plan, params string[] rows)
    {
        using var content = new MemoryStream(Encoding.Latin1.GetBytes(string.Concat(rows.Prepend(SmallBatches.GroupHeader).Select(row => row + "\r\n"))));
        return await world.Replay(plan).RunAsync(await IngestWorld.ProfileAsync(), Full, Groups, content, default);
    }
}
