using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Every reason of extracts.md 1 through the use case: recorded with a sentence, kept in landing, nothing committed, and the next batch is taken.</summary>
public sealed class IngestReasonTests
{
    private const string Extract = "20190408_0215";
    private readonly IngestWorld _world = new();

    [Theory]
    [InlineData(ReasonCodes.ManifestUnreadable, ExtractState.Refused)]
    [InlineData(ReasonCodes.ManifestEmpty, ExtractState.Refused)]
    [InlineData(ReasonCodes.FileMissing, ExtractState.Refused)]
    [InlineData(ReasonCodes.Gap, ExtractState.Deferred)]
    [InlineData(ReasonCodes.OutOfOrder, ExtractState.Refused)]
    [InlineData(ReasonCodes.KeyColumnMissing, ExtractState.Refused)]
    [InlineData(ReasonCodes.TooManyBadRows, ExtractState.Refused)]
    [InlineData(ReasonCodes.ArchiveUnsafe, ExtractState.Refused)]
    [InlineData(ReasonCodes.ColumnDuplicate, ExtractState.Refused)]
    public async Task Run_FaultyBatch_IsRecordedAndLeavesTheLakeAlone(string reason, ExtractState state)
    {
        await _world.IngestAsync(SmallBatches.Full);
        await _world.IngestAsync(SmallBatches.Delta);
        var before = await _world.RowsAsync("SRPatient");
        var extract = await LandAsync(reason);
        var landed = _world.Blobs.Contents(Containers.Landing).Keys.ToArray();

        var outcome = await RunAsync(extract);

        Assert.Equal((state, reason), (outcome.Entry.State, outcome.Entry.Reason));
        Assert.EndsWith(".", outcome.Entry.Message, StringComparison.Ordinal);
        Assert.Equal(landed, _world.Blobs.Contents(Containers.Landing).Keys);
        Assert.Equal(before, await _world.RowsAsync("SRPatient"));
        Assert.Equal(2, new CommittedExtracts(await _world.Ledger.ListAsync(IngestWorld.Area, default)).LastSequence);
        Assert.True((await _world.IngestAsync(Patients("20190415_0215", "1,ORG1,,01 Jan 2016 00:00,F"))).IsDone);
    }

    [Fact]
    public async Task Run_MixedFullAndDelta_MergesEachAsItIs()
    {
        await _world.IngestAsync(SmallBatches.Full);
        await _world.LandAsync($"{Extract}/SRPatient.csv", SmallBatches.PatientHeader + "\r\n1,ORG1,,01 Jan 2016 00:00,F\r\n");
        await _world.LandAsync($"{Extract}/SRPatientGroups.csv", SmallBatches.GroupHeader + ",RemovedData\r\n11,ORG1,,,,,1\r\n");
        await _world.LandAsync(
            $"{Extract}/SRManifest.csv",
            $"FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRPatient,N,N,,{Extract}\r\nSRPatientGroups,Y,N,20190325_0215,{Extract}\r\n");

        Assert.True((await RunAsync(Extract)).IsDone);

        // The full copy replaces the rows of ORG1 only; the delta removes one group.
        Assert.Equal(["1", "3"], Ids(await _world.RowsAsync("SRPatient")));
        Assert.Equal(["10", "12"], Ids(await _world.RowsAsync("SRPatientGroups")));
    }

    [Fact]
    public async Task Run_DeltaThatOverlapsAfterAFullCopy_IsTaken()
    {
        await _world.IngestAsync(SmallBatches.Full);
        var overlapping = new LandedBatch(Extract, from: "20190301_0215")
            .With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "9,ORG1,,09 Sep 2018 00:00,F,0");

        Assert.True((await _world.IngestAsync(overlapping)).IsDone);
        Assert.Equal(["1", "2", "3", "9"], Ids(await _world.RowsAsync("SRPatient")));
    }

    [Fact]
    public async Task Run_OlderBatchByForce_IsTakenAndTheNextDeltaFollowsIt()
    {
        await _world.IngestAsync(Patients("20190408_0215", "1,ORG1,,01 Jan 2016 00:00,F", "2,ORG1,,01 Jan 2016 00:00,F"));
        await _world.LandAsync(Patients("20190401_0215", "1,ORG1,,01 Jan 2016 00:00,F"));

        Assert.Equal(ReasonCodes.OutOfOrder, (await RunAsync("20190401_0215")).Entry.Reason);
        var forced = await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), "20190401_0215", force: true, progress: null, default);

        Assert.True(forced.IsDone);
        Assert.Contains(forced.Findings, f => f.Code == ReasonCodes.Forced);
        Assert.Equal(["1"], Ids(await _world.RowsAsync("SRPatient")));
        var delta = new LandedBatch("20190409_0215", from: "20190408_0215").With("SRPatient", SmallBatches.PatientHeader + ",RemovedData", "1,ORG1,,,,1");
        Assert.Equal(ReasonCodes.Gap, (await _world.IngestAsync(delta)).Entry.Reason);
    }

    [Fact]
    public async Task Run_ContentFilterListOfOneHeader_ReplacesAndHoldsNothing()
    {
        await _world.IngestAsync(List("20190401_0215", Enumerable.Range(1, 30)));

        Assert.True((await _world.IngestAsync(List("20190408_0215", []))).IsDone);
        Assert.Equal(30, (await _world.RowsAsync("SRPatientRemovedByContentFilter")).Count);

        static LandedBatch List(string extract, IEnumerable<int> people) =>
            new LandedBatch(extract).With("SRPatientRemovedByContentFilter", "IDPatient", people.Select(p => $"{p}"));
    }

    [Fact]
    public async Task Run_ListColumnOfNumbersAndTexts_IsAWarning()
    {
        var batch = new LandedBatch(Extract).With(
            "SRPatientAddressHistory", "RowIdentifier,IDOrganisationVisibleTo,AddressType,IDPatient", "1,ORG1,Home,1", "2,ORG1,4711,1", "3,ORG1,,1");

        var outcome = await _world.IngestAsync(batch);

        Assert.True(outcome.IsDone);
        Assert.Contains(outcome.Entry.Warnings, w => w.StartsWith("list-mixed: SRPatientAddressHistory: ", StringComparison.Ordinal));
    }

    private async Task<string> LandAsync(string reason)
    {
        var extract = reason == ReasonCodes.OutOfOrder ? "20190326_0215" : Extract;
        await _world.LandAsync(Patients(extract, "1,ORG1,,01 Jan 2016 00:00,F"));
        switch (reason)
        {
            case ReasonCodes.ManifestUnreadable:
                await _world.LandAsync($"{extract}/SRManifest.csv", "\u0000\u0001");
                break;
            case ReasonCodes.ManifestEmpty:
                await _world.LandAsync($"{extract}/SRManifest.csv", "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n");
                break;
            case ReasonCodes.FileMissing:
                await _world.LandAsync($"{extract}/SRManifest.csv", $"FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRPatient,N,N,,{extract}\r\nSREvent,N,N,,{extract}\r\n");
                break;
            case ReasonCodes.Gap:
                await _world.LandAsync($"{extract}/SRManifest.csv", $"FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRPatient,Y,N,20190402_0215,{extract}\r\n");
                break;
            case ReasonCodes.KeyColumnMissing:
                await _world.LandAsync($"{extract}/SRPatient.csv", "Gender\r\nF\r\n");
                break;
            case ReasonCodes.ColumnDuplicate:
                await _world.LandAsync($"{extract}/SRPatient.csv", SmallBatches.PatientHeader + ",Gender\r\n1,ORG1,,,F,F\r\n");
                break;
            case ReasonCodes.TooManyBadRows:
                await _world.LandAsync($"{extract}/SRPatient.csv", SmallBatches.PatientHeader + "\r\n" + string.Concat(Enumerable.Range(1, 11).Select(i => $"{i},ORG1,,soon,F\r\n")));
                break;
            case ReasonCodes.ArchiveUnsafe:
                await _world.LandAsync($"{extract}/SRExtract.zip", "PK");
                break;
        }

        return extract;
    }

    private async Task<FamilyHubs.Pipeline.UseCases.IngestOutcome> RunAsync(string extract) =>
        await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), extract, force: false, progress: null, default);

    private static LandedBatch Patients(string extract, params IEnumerable<string> rows) => new LandedBatch(extract).With("SRPatient", SmallBatches.PatientHeader, rows);

    private static string[] Ids(IEnumerable<string> rows) => [.. rows.Select(r => r["RowIdentifier=".Length..r.IndexOf("IDOrganisation", StringComparison.Ordinal)].TrimEnd(Extracts.RowsSink.Separator))];
}
