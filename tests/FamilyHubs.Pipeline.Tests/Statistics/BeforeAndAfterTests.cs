using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class BeforeAndAfterTests
{
    /// <summary>The early pilot sites, 2013/14 and 2015/16 (AE17-49).</summary>
    [Theory]
    [InlineData(88.5, 89.8, false, 1.3, "green")]
    [InlineData(13.4, 13.0, true, -0.4, "green")]
    [InlineData(74.9, 78.3, false, 3.4, "green")]
    [InlineData(43.1, 49.2, false, 6.1, "green")]
    [InlineData(97.4, 96.8, false, -0.6, "red")]
    [InlineData(93.0, 91.8, false, -1.2, "red")]
    public void Of_CoventryPilot_GivesDifferenceAndColourOfTheReport(double before, double after, bool lowerIsBetter, double difference, string rag)
    {
        var progress = BeforeAndAfter.Of(before, after, lowerIsBetter ? Polarity.Lower : Polarity.Higher);

        Assert.Equal(difference, progress.Difference);
        Assert.Equal(rag, progress.Rag);
    }

    [Fact]
    public void Of_Equal_HasNoColour()
    {
        var progress = BeforeAndAfter.Of(50, 50, Polarity.Higher);

        Assert.Equal(0, progress.Difference);
        Assert.Null(progress.Rag);
    }

    [Theory]
    [InlineData(null, 5.0)]
    [InlineData(5.0, null)]
    [InlineData(null, null)]
    public void Of_OneIsMissing_HasNeitherDifferenceNorColour(double? before, double? after)
    {
        var progress = BeforeAndAfter.Of(before, after, Polarity.Higher);

        Assert.Null(progress.Difference);
        Assert.Null(progress.Rag);
    }

    [Fact]
    public void Of_NeitherWayIsBetter_HasDifferenceWithoutColour()
    {
        var progress = BeforeAndAfter.Of(54, 63, Polarity.Neutral);

        Assert.Equal(9, progress.Difference);
        Assert.Null(progress.Rag);
    }

    [Fact]
    public void Of_Months_ComparesThePlainMeansOfThoseThatHaveAValue()
    {
        var progress = BeforeAndAfter.Of([10, null, 20], [30, 10, 26], Polarity.Higher);

        Assert.Equal((15.0, 22.0, 7.0), (progress.Before, progress.After, progress.Difference));
    }

    [Fact]
    public void PlainMean_NoMonthHasAValue_IsMissing() => Assert.Null(PlainMean.Of([null, null]));

    [Fact]
    public void PlainMean_Months_WeighThemAlikeInAnyOrder()
    {
        double?[] months = [0.1, 0.7, 97.3, null, 88.1, 0.2, 33.3];

        Assert.Equal(PlainMean.Of(months), PlainMean.Of(months.Reverse()));
        Assert.Equal(36.616666666666667, PlainMean.Of(months));
    }
}
