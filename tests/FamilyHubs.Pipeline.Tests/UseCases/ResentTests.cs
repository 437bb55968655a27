using System.Text;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Names that come again: what was committed stays committed, and no pinned version goes back.</summary>
public sealed class ResentTests
{
    private const string ReturnHeader = "Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value,Note\r\n";
    private readonly IngestWorld _world = new();

    [Fact]
    public async Task Batch_ResentAndRefused_FormerContentStaysCommitted()
    {
        await _world.IngestAsync(SmallBatches.Full);
        await _world.LandAsync($"{SmallBatches.Full.Extract}/SRManifest.csv", "nothing");

        var outcome = await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Full.Extract, force: false, progress: null, default);

        Assert.Equal(ExtractState.Refused, outcome.Entry.State);
        var entry = (await _world.Ledger.FindAsync(IngestWorld.Area, SmallBatches.Full.Extract, default))!;
        Assert.Equal((ExtractState.Done, 1L), (entry.State, entry.Sequence));
        Assert.NotNull(entry.Reason);
        Assert.Equal(3, (await _world.RowsAsync("SRPatient")).Count);
        Assert.Contains($"{IngestWorld.Area}/{SmallBatches.Full.Extract}/SRManifest.csv", _world.Blobs.Contents(Containers.Landing).Keys);
    }

    [Fact]
    public async Task Batch_ReloadedByForce_IsTakenAlthoughItsContentWasCommittedBefore()
    {
        await _world.IngestAsync(SmallBatches.Full);
        await _world.IngestAsync(SmallBatches.Delta);
        var after = await _world.RowsAsync("SRPatientGroups");

        Assert.False((await ForceAsync(SmallBatches.Full)).AlreadyDone);
        Assert.NotEqual(after, await _world.RowsAsync("SRPatientGroups"));
        Assert.False((await ForceAsync(SmallBatches.Delta)).AlreadyDone);

        Assert.Equal(after, await _world.RowsAsync("SRPatientGroups"));
    }

    [Fact]
    public async Task Refused_BatchAndReturn_AreInQuarantineWithTheirReasonUntilCorrected()
    {
        await _world.LandAsync($"{SmallBatches.Full.Extract}/SRManifest.csv", "nothing");
        await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), SmallBatches.Full.Extract, force: false, progress: null, default);
        await _world.LandAsync("returns/indicator-a.csv", "Organisation,Indicator\r\nA,IND1\r\n");
        await _world.Files().RunAsync(await IngestWorld.ProfileAsync(), "returns/indicator-a.csv", default);

        var refused = _world.Blobs.Contents(Containers.Quarantine).ToDictionary(b => b.Key, b => Encoding.UTF8.GetString(b.Value.Span), StringComparer.Ordinal);
        Assert.Equal([$"essex/{SmallBatches.Full.Extract}/refused.json", "essex/returns/indicator-a.csv/refused.json"], refused.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("manifest-unreadable", refused[$"essex/{SmallBatches.Full.Extract}/refused.json"], StringComparison.Ordinal);
        Assert.Contains("key-column-missing", refused["essex/returns/indicator-a.csv/refused.json"], StringComparison.Ordinal);
        Assert.NotNull(await _world.Reports.FindAsync(IngestWorld.Area, "returns/indicator-a.csv", default));

        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");

        Assert.DoesNotContain("essex/returns/indicator-a.csv/refused.json", _world.Blobs.Contents(Containers.Quarantine).Keys);
    }

    [Fact]
    public async Task Batch_CorrectedUnderTheSameName_LeavesNoRefusedRowsBehind()
    {
        await _world.IngestAsync(SmallBatches.Full);
        Assert.NotEmpty(_world.Blobs.Contents(Containers.Quarantine));

        var corrected = new LandedBatch(SmallBatches.Full.Extract)
            .With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,F", "3,ORG2,,03 Mar 2018 00:00,F", "4,ORG1,,04 Apr 2018 00:00,M");
        Assert.True((await _world.IngestAsync(corrected)).IsDone);

        Assert.Empty(_world.Blobs.Contents(Containers.Quarantine));
        Assert.Equal(3, (await _world.RowsAsync("SRPatient")).Count);
    }

    [Fact]
    public async Task Return_FirstVersionComesBack_LaterRowsOfOthersStay()
    {
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");
        await ReturnAsync("returns/indicator-b.csv", "B,IND1,area,X,2019-03,5,6,,");
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,3,4,,");
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");

        var rows = await _world.RowsAsync("IndicatorReturns");
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.Contains("Organisation=A", StringComparison.Ordinal) && r.Contains("Numerator=1", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Organisation=B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Return_CorrectedUnderTheSameName_RowsThatItNoLongerHasAreGone()
    {
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,", "A,IND2,area,X,2019-03,1,2,,");
        await ReturnAsync("returns/indicator-b.csv", "B,IND1,area,X,2019-03,5,6,,");

        await ReturnAsync("returns/indicator-a.csv", "A,IND2,area,X,2019-03,7,8,,");

        var rows = await _world.RowsAsync("IndicatorReturns");
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.Contains("Organisation=A", StringComparison.Ordinal) && r.Contains("Indicator=IND2", StringComparison.Ordinal) && r.Contains("Numerator=7", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Organisation=B", StringComparison.Ordinal));
        var entry = (await _world.Ledger.FindAsync(IngestWorld.Area, "returns/indicator-a.csv", default))!;
        Assert.Equal((1L, 1L), (entry.Tables[0].Updated, entry.Tables[0].Removed));
    }

    [Fact]
    public async Task Return_WithoutARow_TakesNothingAway()
    {
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");

        await ReturnAsync("returns/indicator-a.csv");

        Assert.Single(await _world.RowsAsync("IndicatorReturns"));
    }

    [Fact]
    public async Task Return_SameContentAgain_ChangesNothing()
    {
        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");
        await ReturnAsync("returns/indicator-b.csv", "B,IND1,area,X,2019-03,5,6,,");
        var before = await _world.DescribeAsync();

        await ReturnAsync("returns/indicator-a.csv", "A,IND1,area,X,2019-03,1,2,,");

        Assert.Equal(before, await _world.DescribeAsync());
    }

    private async Task ReturnAsync(string path, params IEnumerable<string> rows)
    {
        await _world.LandAsync(path, ReturnHeader + string.Concat(rows.Select(row => row + "\r\n")));
        Assert.True((await _world.Files().RunAsync(await IngestWorld.ProfileAsync(), path, default)).IsDone);
    }

    private async Task<IngestOutcome> ForceAsync(LandedBatch batch)
    {
        await _world.LandAsync(batch);
        return await _world.Batches().RunAsync(await IngestWorld.ProfileAsync(), batch.Extract, force: true, progress: null, default);
    }
}
