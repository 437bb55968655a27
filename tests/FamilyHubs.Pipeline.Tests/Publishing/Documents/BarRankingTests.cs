using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Tests.Publishing.Documents;

public sealed class BarRankingTests
{
    [Fact]
    public void Of_EqualFigures_ShareARankAndStandByName()
    {
        var rows = BarRanking.Of([Row("d", 5), Row("c", 9), Row("b", 9), Row("a", 12)], false);
        Assert.Equal(["1 a", "2= b", "2= c", "4 d"], rows.Select(row => $"{row.Rank} {row.Label}"));
        Assert.Equal([1, 0.75, 0.75, 5 / 12.0], rows.Select(row => row.Own.Length));
    }

    [Fact]
    public void Of_SuppressedAndZero_HaveNoRankAndNoBar()
    {
        var rows = BarRanking.Of([Row("zero", 0), Row("hidden", null), Row("some", 7), Row("all", 100, inRanking: false)], false);
        Assert.Equal(["1 some", "– hidden", "– zero", " all"], rows.Select(row => $"{row.Rank} {row.Label}"));
        Assert.Equal([1.0, 0, 0, 0], rows.Select(row => row.Own.Length));
        Assert.Equal(["7", "*", "0", "100"], rows.Select(row => row.Own.Text));
    }

    [Fact]
    public void Of_NothingToRank_IsEmpty() => Assert.Empty(BarRanking.Of([], true));

    [Fact]
    public void ToChart_AnyRanking_DescribesEachBarWithItsNumber()
    {
        var bars = new RankedBars("id", "Groups in Harlow", "Group", "Harlow", null, [], BarRanking.Of([Row("Low income", 1204), Row("Bereavement", null)], false), [], null);
        Assert.Equal("Bar chart of Harlow: Low income 1,204 and Bereavement *.", bars.ToChart().Description);
    }

    private static BarInput Row(string label, int? own, bool inRanking = true) => new(label, own, null, [], inRanking);
}
