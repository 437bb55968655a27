using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class XmRChartTests
{
    private static readonly DateOnly Start = new(2018, 4, 1);
    private static readonly SpcSettings Settings = new(13, 7, 7, true, 2.66, 3.267, []);

    [Fact]
    public void Of_PublishedExample_HasItsLimits()
    {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 Individuals Control Charts: flow rates.
        double[] rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

        var limits = Draw(rates, Settings with { MinimumPoints = 10 }).Points[0].Limits!.Value;

        Assert.Equal(50.81, limits.Mean, 1e-9);
        Assert.Equal(55.8041, limits.Upper, 0.002);
        Assert.Equal(45.8159, limits.Lower, 0.002);
        Assert.Equal(limits.Mean + ((limits.Upper - limits.Mean) * 2 / 3), limits.UpperNear, 1e-9);
        Assert.Equal(limits.Mean - ((limits.Mean - limits.Lower) * 2 / 3), limits.LowerNear, 1e-9);
    }

    [Fact]
    public void Of_TwelvePoints_HasNoLimitsAndNoIcons()
    {
        var chart = Draw(Alternating(12), Settings, target: 50);

        Assert.All(chart.Points, point => Assert.True(point.Limits is null && point.Cause is SpecialCause.None));
        Assert.Null(chart.Variation);
        Assert.Null(chart.Assurance);
        Assert.NotNull(Draw(Alternating(13), Settings).Points[0].Limits);
    }

    [Fact]
    public void Of_NoPoints_IsEmpty()
    {
        var chart = XmRChart.Of([], "kpi:1", 5, Polarity.Higher, Settings);

        Assert.Empty(chart.Points);
        Assert.Null(chart.Variation);
        Assert.Null(chart.Assurance);
    }

    [Fact]
    public void Of_MissingValue_IsLeftOut()
    {
        var chart = XmRChart.Of([(Start.AddMonths(1), 5), (Start, 4), (Start.AddMonths(2), null)], "kpi:1", null, Polarity.Higher, Settings);

        Assert.Equal([4.0, 5.0], chart.Points.Select(point => point.Value));
    }

    [Fact]
    public void Of_ExtremeRange_IsScreenedOnce()
    {
        double[] values = [.. Alternating(20), 100, .. Alternating(20)];
        var ranges = values.Skip(1).Zip(values, (later, earlier) => Math.Abs(later - earlier)).ToArray();
        var screened = ranges.Where(range => range <= 3.267 * ranges.Average()).Average();

        var with = Draw(values, Settings).Points[0].Limits!.Value;
        var without = Draw(values, Settings with { ScreenMovingRanges = false }).Points[0].Limits!.Value;

        Assert.Equal(2.66 * screened, with.Upper - with.Mean, 1e-9);
        Assert.Equal(2.66 * ranges.Average(), without.Upper - without.Mean, 1e-9);
        Assert.True(with.Upper < without.Upper);
    }

    [Fact]
    public void Of_PointOutside_IsMarkedAlone()
    {
        double[] values = [.. Alternating(14), 90, .. Alternating(14)];

        var chart = Draw(values, Settings);

        Assert.Equal([14], Marked(chart, SpecialCause.Outside));
        Assert.True(chart.Points[14].IsHigh);
        Assert.Equal(VariationIcon.CommonCause, chart.Variation);
    }

    [Fact]
    public void Of_SevenRising_AreATrendAndSixAreNot()
    {
        double[] around = Alternating(14);
        double[] seven = [.. around, 47, 48, 49, 50, 51, 52, 46, .. around];
        double[] six = [.. around, 47, 48, 49, 50, 51, 46, .. around];

        // The last of the points around is the lower one, so that it begins the run.
        Assert.Equal([13, 14, 15, 16, 17, 18, 19], Marked(Draw(seven, Wide), SpecialCause.Trend));
        Assert.Empty(Marked(Draw(six, Wide), SpecialCause.Trend));
    }

    [Fact]
    public void Of_TieInARise_BreaksTheTrend()
    {
        double[] values = [.. Alternating(14), 47, 48, 49, 50, 50, 51, 52, 53, 46, .. Alternating(14)];

        Assert.Empty(Marked(Draw(values, Wide), SpecialCause.Trend));
    }

    [Fact]
    public void Of_FallAfterARise_SharesItsTurningPoint()
    {
        double[] values = [.. Alternating(14), 44, 45, 46, 47, 48, 49, 50, 49, 48, 47, 46, 45, 44, 50, .. Alternating(14)];

        var chart = Draw(values, Wide);

        Assert.Equal(Enumerable.Range(14, 13), Marked(chart, SpecialCause.Trend));
        Assert.True(chart.Points[20].IsHigh);
        Assert.False(chart.Points[21].IsHigh);
    }

    [Fact]
    public void Of_SevenOnOneSide_AreAShiftAndAPointOnTheMeanBreaksIt()
    {
        // 3 and -3 around 0, seven of 1, seven of -1: the mean is 0.
        double[] noise = [.. Enumerable.Range(0, 20).Select(index => index % 2 == 0 ? 3.0 : -3.0)];
        double[] shift = [.. noise, 1, 2, 1, 2, 1, 2, 1, -3, 1, -2, 0, -2, -1, -2, 0, 3, -3];
        shift[^1] -= shift.Sum();

        var marked = Marked(Draw(shift, Settings), SpecialCause.Shift);

        // The last of the noise is below the mean; seven points above it follow.
        Assert.Equal([20, 21, 22, 23, 24, 25, 26], marked);
        shift[23] = 0;
        shift[^1] -= shift.Sum();
        Assert.Empty(Marked(Draw(shift, Settings), SpecialCause.Shift));
    }

    [Fact]
    public void Of_TwoOfThreeBeyondTwoSigma_MarksThoseTwo()
    {
        var (near, mid) = (6.5, 1.0);
        double[] values = [.. Alternating(16, 0, 1.5), near, mid, near, -6.5, -1, .. Alternating(16, 0, 1.5)];
        var chart = Draw(values, Settings);
        var limits = chart.Points[0].Limits!.Value;
        Assert.InRange(near, limits.UpperNear, limits.Upper);

        Assert.Equal([16, 18], Marked(chart, SpecialCause.TwoOfThree));
        values[17] = -mid;
        Assert.Empty(Marked(Draw(values, Settings), SpecialCause.TwoOfThree));
    }

    [Fact]
    public void Of_PointOfTwoKinds_HasTheFirstLabel()
    {
        double[] values = [.. Alternating(20), 51, 52, 53, 54, 55, 56, 75];

        var chart = Draw(values, Settings);

        Assert.Equal(SpecialCause.Outside, chart.Points[^1].Cause);
        Assert.Equal([20, 21, 22, 23, 24, 25], Marked(chart, SpecialCause.Trend).TakeLast(6));
    }

    [Theory]
    [InlineData(90, Polarity.Higher, VariationIcon.ImprovementHigh)]
    [InlineData(90, Polarity.Lower, VariationIcon.ConcernHigh)]
    [InlineData(90, Polarity.Neutral, VariationIcon.NeitherHigh)]
    [InlineData(10, Polarity.Higher, VariationIcon.ConcernLow)]
    [InlineData(10, Polarity.Lower, VariationIcon.ImprovementLow)]
    [InlineData(10, Polarity.Neutral, VariationIcon.NeitherLow)]
    [InlineData(50, Polarity.Higher, VariationIcon.CommonCause)]
    public void Variation_LatestPoint_FollowsThePolarity(double last, Polarity polarity, VariationIcon icon) =>
        Assert.Equal(icon, Draw([.. Alternating(20), last], Settings, polarity: polarity).Variation);

    [Theory]
    [InlineData(90.0, Polarity.Higher, AssuranceIcon.Fail)]
    [InlineData(90.0, Polarity.Lower, AssuranceIcon.Pass)]
    [InlineData(10.0, Polarity.Higher, AssuranceIcon.Pass)]
    [InlineData(10.0, Polarity.Lower, AssuranceIcon.Fail)]
    [InlineData(50.0, Polarity.Higher, AssuranceIcon.HitOrMiss)]
    [InlineData(50.0, Polarity.Neutral, null)]
    [InlineData(null, Polarity.Higher, null)]
    public void Assurance_Target_IsComparedWithTheLimits(double? target, Polarity polarity, AssuranceIcon? icon) =>
        Assert.Equal(icon, Draw(Alternating(20), Settings, target, polarity).Assurance);

    [Fact]
    public void Assurance_TargetOnTheLimit_IsHitOrMiss()
    {
        var upper = Draw(Alternating(20), Settings).Points[0].Limits!.Value.Upper;

        Assert.Equal(AssuranceIcon.HitOrMiss, Draw(Alternating(20), Settings, upper).Assurance);
    }

    [Fact]
    public void Of_Rebase_RestartsMeanLimitsAndRuns()
    {
        var from = Start.AddMonths(20);
        var settings = Settings with { Rebase = [new SpcRebase("kpi:1", from, "New form"), new SpcRebase("kpi:2", Start, "Another figure")] };
        double[] values = [.. Alternating(20), .. Alternating(15, 80)];

        var chart = Draw(values, settings);

        Assert.Equal(50, chart.Points[19].Limits!.Value.Mean, 1e-9);
        Assert.Equal(80, chart.Points[20].Limits!.Value.Mean, 0.5);
        Assert.All(chart.Points, point => Assert.Equal(SpecialCause.None, point.Cause));
        Assert.Equal("New form", Assert.Single(chart.Restarts).Note);
        Assert.Null(Draw(values[..30], settings).Variation);
    }

    /// <summary>Limits so wide that nothing is outside them.</summary>
    private static SpcSettings Wide => Settings with { LimitFactor = 100 };

    private static double[] Alternating(int count, double around = 50, double by = 5) =>
        [.. Enumerable.Range(0, count).Select(index => index % 2 == 0 ? around + by : around - by)];

    private static int[] Marked(XmRChart chart, SpecialCause cause) =>
        [.. chart.Points.Select((point, index) => (point.Cause, index)).Where(point => point.Cause == cause).Select(point => point.index)];

    private static XmRChart Draw(double[] values, SpcSettings settings, double? target = null, Polarity polarity = Polarity.Higher) =>
        XmRChart.Of(values.Select((value, index) => (Start.AddMonths(index), (double?)value)), "kpi:1", target, polarity, settings);
}
