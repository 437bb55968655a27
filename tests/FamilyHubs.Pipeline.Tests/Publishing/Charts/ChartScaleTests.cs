using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Tests.Publishing.Charts;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(1, 1, 1, 2)]
    [InlineData(0, 100, 0, 100)]
    [InlineData(3, 97, 0, 100)]
    [InlineData(1963, 2196, 1900, 2200)]
    public void For_Counts_StartsAndEndsOnRoundSteps(double least, double greatest, double from, double to)
    {
        var scale = ChartScale.For(least, greatest);
        Assert.Equal((from, to), (scale.From, scale.To));
    }

    [Fact]
    public void For_AnyCounts_HoldsThemWithFewTicks()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 2000; trial++)
        {
            var (a, b) = (random.Next(20_000), random.Next(20_000));
            var scale = ChartScale.For(Math.Min(a, b), Math.Max(a, b));
            Assert.InRange(scale.At(a), 0, 1);
            Assert.InRange(scale.At(b), 0, 1);
            Assert.InRange(scale.Ticks().Count(), 2, 7);
            Assert.Equal(scale.To, scale.Ticks().Last());
        }
    }
}
