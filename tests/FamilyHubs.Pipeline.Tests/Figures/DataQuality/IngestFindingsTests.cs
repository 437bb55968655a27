using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.DataQuality;

public sealed class IngestFindingsTests
{
    private static readonly DataQualitySettings Settings = new(300, RowCountExtracts: 3, RowCountDropPercent: 20);

    [Theory]
    [InlineData(80, 0)] // exactly 20 % fewer
    [InlineData(79, 1)]
    [InlineData(500, 0)]
    [InlineData(0, 1)]
    public void RowCounts_Drop_IsMeasuredAgainstTheAverageOfTheLastExtracts(long rows, long failed)
    {
        // The first is beyond the three that count.
        var findings = IngestFindings.RowCounts(
            [Batch(9999, isDelta: false), Batch(90, isDelta: false), Batch(110, isDelta: false), Batch(100, isDelta: false), Batch(rows, isDelta: false)], Settings);

        var finding = Assert.Single(findings);
        Assert.Equal(("row-count-drop", "SRCode", failed, 1), (finding.Rule, finding.Table, finding.Failed, finding.Checked));
    }

    [Theory]
    [InlineData(8, 0, 0)] // a quiet week of a small table
    [InlineData(10, 0, 1)] // 3.2 standard deviations
    [InlineData(100, 71, 0)]
    [InlineData(100, 69, 1)] // more than 30 of 100, three times the root
    [InlineData(10_000, 8_000, 0)] // exactly 20 % fewer, and far beyond chance
    [InlineData(10_000, 7_999, 1)]
    public void RowCounts_Delta_IsADropOnlyBeyondChance(long usual, long rows, long failed) =>
        Assert.Equal(failed, Assert.Single(IngestFindings.RowCounts([Batch(usual), Batch(usual), Batch(rows)], Settings)).Failed);

    [Fact]
    public void RowCounts_FullFileAmongDeltas_IsNoMeasureOfThem() =>
        Assert.Equal(0, Assert.Single(IngestFindings.RowCounts([Batch(1_000_000, isDelta: false), Batch(50), Batch(45)], Settings)).Failed);

    [Fact]
    public void RowCounts_FirstFileOfATable_IsNotChecked()
    {
        Assert.Empty(IngestFindings.RowCounts([Batch(50)], Settings));
        Assert.Empty(IngestFindings.RowCounts([], Settings));
    }

    [Fact]
    public void Of_File_GivesItsRulesAndItsUnreadableDates()
    {
        var findings = IngestFindings.Of("SRCode", 100, 3, [new QualityCount("event-without-date", "DateEvent", 97, 2)]);

        Assert.Equal([("unreadable-date", 3L, 100L), ("event-without-date", 2, 97)], findings.Select(finding => (finding.Rule, finding.Failed, finding.Checked)));
    }

    private static ExtractEntry Batch(long rows, bool isDelta = true) => new("essex", "20190401_0100", ExtractState.Done, DateTimeOffset.UnixEpoch)
    {
        Tables = [new TableIngest("SRCode", isDelta, null, null, rows, rows, 0, 0, rows, 0, 0, 0, 1, rows)],
    };
}
