using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class WilsonTests
{
    private const double Z = 1.959963984540054;

    [Theory]
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998) 857-872, table I, method 3.
    [InlineData(81, 263, 25.53, 36.62)]
    [InlineData(15, 148, 6.24, 16.05)]
    [InlineData(0, 20, 0.00, 16.11)]
    [InlineData(1, 29, 0.61, 17.18)]
    public void Interval_PublishedExamples_AreReproduced(long numerator, long denominator, double lower, double upper)
    {
        var interval = Wilson.Interval(numerator, denominator, Z)!.Value;

        Assert.Equal(lower, interval.Lower, 0.005);
        Assert.Equal(upper, interval.Upper, 0.005);
    }

    [Fact]
    public void Interval_NoDenominator_IsNull() => Assert.Null(Wilson.Interval(0, 0, Z));

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    public void Interval_ImpossibleCounts_AreRefused(long numerator, long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(numerator, denominator, Z));

    [Fact]
    public void Interval_AllProportionsOfAHundred_HoldThePercentageAndMirror()
    {
        for (var numerator = 0; numerator <= 100; numerator++)
        {
            var interval = Wilson.Interval(numerator, 100, Z)!.Value;
            var mirror = Wilson.Interval(100 - numerator, 100, Z)!.Value;

            Assert.InRange(numerator, interval.Lower, interval.Upper);
            Assert.InRange(interval.Lower, 0, 100);
            Assert.InRange(interval.Upper, 0, 100);
            Assert.Equal(100 - interval.Upper, mirror.Lower, 1e-9);
        }
    }

    [Fact]
    public void Interval_NothingOrAll_EndsAtTheEdge()
    {
        Assert.Equal(0, Wilson.Interval(0, 7, Z)!.Value.Lower);
        Assert.Equal(100, Wilson.Interval(7, 7, Z)!.Value.Upper);
    }
}
