using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class MarkTests
{
    [Theory]
    [InlineData(96, 100, 95.0, "tick")]
    [InlineData(959, 1000, 95.0, "n/a")]
    [InlineData(941, 1000, 95.0, "n/a")]
    [InlineData(94, 100, 95.0, "cross")]
    [InlineData(0, 0, 95.0, null)]
    [InlineData(96, 100, null, null)]
    public void Of_HigherIsBetter_MarksFromOnePointOn(long numerator, long denominator, double? target, string? mark) =>
        Assert.Equal(mark, Mark.Of(TargetDifference.Of(numerator, denominator, target, lowerIsBetter: false), 1));

    [Theory]
    [InlineData(10, 100, 11.0, "tick")]
    [InlineData(12, 100, 11.0, "cross")]
    [InlineData(11, 100, 11.0, "n/a")]
    public void Of_LowerIsBetter_IsReversed(long numerator, long denominator, double target, string mark) =>
        Assert.Equal(mark, Mark.Of(TargetDifference.Of(numerator, denominator, target, lowerIsBetter: true), 1));

    [Fact]
    public void Of_ExactlyOnePoint_IsATickThoughBinaryFallsShort()
    {
        // 1.4 - 0.4 is less than 1 in binary, and so are many others.
        Assert.True(1.4 - 0.4 < 1);
        Assert.Equal(Mark.Tick, Mark.Of(TargetDifference.Of(1.4, 0.4, lowerIsBetter: false), 1));
        for (var tenths = 0; tenths <= 990; tenths++)
        {
            var target = tenths / 10.0;
            Assert.Equal(Mark.Tick, Mark.Of(TargetDifference.Of(tenths + 10, 1000, target, lowerIsBetter: false), 1));
            Assert.Equal(Mark.Cross, Mark.Of(TargetDifference.Of(tenths + 10, 1000, target, lowerIsBetter: true), 1));
        }
    }

    [Fact]
    public void Of_ThirdsNextToTheEdge_AreNotRoundedOntoIt()
    {
        // 1/3 of a point short of one point, and two thirds of the way.
        Assert.Equal(Mark.NotApplicable, Mark.Of(TargetDifference.Of(1, 3, 33.0, lowerIsBetter: false), 1));
        Assert.Equal(Mark.Tick, Mark.Of(TargetDifference.Of(1, 3, 32.3, lowerIsBetter: false), 1));
    }

    [Theory]
    [InlineData(95, 100, "green")]
    [InlineData(9499, 10000, "amber")]
    [InlineData(90, 100, "amber")]
    [InlineData(8999, 10000, "red")]
    [InlineData(0, 0, null)]
    public void Rag_Percentage_IsAmberDownToTheBand(long numerator, long denominator, string? colour) =>
        Assert.Equal(colour, Rag.Of(TargetDifference.Of(numerator, denominator, 95, lowerIsBetter: false), 5));

    [Theory]
    // AE17-49: differences of the early pilot sites in points, with their colours; the last two are worse.
    [InlineData(50.0, 51.3, false, "green")]
    [InlineData(15.0, 14.6, true, "green")]
    [InlineData(50.0, 53.4, false, "green")]
    [InlineData(50.0, 56.1, false, "green")]
    [InlineData(50.0, 49.4, false, "red")]
    [InlineData(50.0, 48.8, false, "red")]
    [InlineData(50.0, 50.0, false, null)]
    [InlineData(null, 50.0, false, null)]
    [InlineData(50.0, null, true, null)]
    public void Progress_TwoMeans_IsGreenWhenBetter(double? before, double? after, bool lowerIsBetter, string? colour) =>
        Assert.Equal(colour, Rag.Progress(before, after, lowerIsBetter));

    [Fact]
    public void Points_Difference_IsInPercentagePoints()
    {
        Assert.Equal(-1.5, TargetDifference.Of(187, 200, 95, lowerIsBetter: false)!.Value.Points);
        Assert.Equal(1.5, TargetDifference.Of(93.5, 95, lowerIsBetter: true)!.Value.Points);
    }
}
