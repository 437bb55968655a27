using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class PercentageTests
{
    [Theory]
    [InlineData(1, 2, 50.0)]
    [InlineData(0, 5, 0.0)]
    [InlineData(0, 0, null)]
    public void Of_Counts_IsUnrounded(long numerator, long denominator, double? percentage) =>
        Assert.Equal(percentage, Percentage.Of(numerator, denominator));

    [Theory]
    [InlineData(0.05, "0.1")]
    [InlineData(0.15, "0.2")]
    [InlineData(1.005, "1.0")]
    [InlineData(2.25, "2.3")]
    [InlineData(98.65, "98.7")]
    [InlineData(-1.25, "-1.3")]
    [InlineData(100.0, "100.0")]
    [InlineData(null, "–")]
    public void Show_Percentage_HasOneDecimalHalfAwayFromZero(double? percentage, string text) =>
        Assert.Equal(text, Percentage.Show(percentage));

    [Fact]
    public void Show_EveryHalfOfATenth_IsRoundedUp()
    {
        for (var numerator = 1; numerator < 2000; numerator += 2)
            Assert.Equal((numerator + 1) / 2 / 10m, Percentage.Round(Percentage.Of(numerator, 2000)!.Value));
    }
}
