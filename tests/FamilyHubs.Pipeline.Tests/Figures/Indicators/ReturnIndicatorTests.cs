using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Indicators;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using static FamilyHubs.Pipeline.Tests.Figures.Indicators.IndicatorCases;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

public sealed class ReturnIndicatorTests
{
    private static readonly IndicatorSource Return = new("return");

    [Theory]
    [InlineData(91, "tick", "green")] // exactly one point better
    [InlineData(90.9, "n/a", "green")]
    [InlineData(90, "n/a", "green")]
    [InlineData(89.1, "n/a", "amber")]
    [InlineData(89, "cross", "amber")] // exactly one point worse
    [InlineData(85, "cross", "amber")]
    [InlineData(84.9, "cross", "red")]
    public async Task Compute_Value_IsMarkedAgainstTheTarget(double value, string mark, string rag)
    {
        var byValue = await AreaAsync(Percentage(Return), tables => tables.Return("i", "area", "T", "2019-03", value: value));
        var byCounts = await AreaAsync(Percentage(Return), tables => tables.Return("i", "area", "T", "2019-03", Math.Round(value * 10), 1000));

        Assert.Equal((mark, rag), (byValue.Mark, byValue.Rag));
        Assert.Equal((mark, rag), (byCounts.Mark, byCounts.Rag));
    }

    [Fact]
    public async Task Compute_LowerIsBetter_TurnsMarkAndColour()
    {
        var figure = await AreaAsync(Percentage(Return, 11, "lower"), tables => tables.Return("i", "area", "T", "2019-03", 10, 100));
        var worse = await AreaAsync(Percentage(Return, 11, "lower"), tables => tables.Return("i", "area", "T", "2019-03", 17, 100));

        Assert.Equal(("tick", "green"), (figure.Mark, figure.Rag));
        Assert.Equal(("cross", "red"), (worse.Mark, worse.Rag));
    }

    [Fact]
    public async Task Compute_NeutralOrWithoutTarget_HasNoMark()
    {
        var neutral = await AreaAsync(Percentage(Return, 50, "neutral"), tables => tables.Return("i", "area", "T", "2019-03", 99, 100));
        var free = await AreaAsync(Percentage(Return, null), tables => tables.Return("i", "area", "T", "2019-03", 99, 100));

        Assert.Equal((99.0, null, null), (neutral.Value, neutral.Mark, neutral.Rag));
        Assert.Equal((99.0, null, null), (free.Value, free.Mark, free.Rag));
    }

    [Fact]
    public async Task Compute_Missing_IsMissingNotZero()
    {
        var none = await AreaAsync(Percentage(Return), tables => tables);
        var ofNobody = await AreaAsync(Percentage(Return), tables => tables.Return("i", "area", "T", "2019-03", 0, 0));

        Assert.All(
            new[] { none, ofNobody },
            figure =>
            {
                Assert.Null(figure.Value);
                Assert.Null(figure.Mark);
                Assert.Null(figure.Rag);
            });
        Assert.Equal("2019-03", none.Period);
    }

    [Fact]
    public async Task Compute_Rate_IsPerSoManyAndCarriesNoMark()
    {
        var rate = new IndicatorDefinition("i", "Partner", "Deaths", "rate", "lower", Return, Target: 2, Per: 1000);

        var figure = await AreaAsync(rate, tables => tables.Return("i", "area", "T", "2019-03", 3, 2000));

        Assert.Equal((1.5, null, null), (figure.Value, figure.Mark, figure.Rag));
    }

    [Fact]
    public async Task Compute_Count_IsItsValueOrNumerator()
    {
        var count = new IndicatorDefinition("i", "Partner", "Refusals", "count", "lower", Return);

        var figures = await ComputeAsync(count, tables => tables.Return("i", "area", "T", "2019-03", value: 7).Return("i", "district", "A", "2019-03", numerator: 0));

        Assert.Equal([("T", 7.0), ("A", 0.0)], figures.Select(figure => (figure.Code, figure.Value ?? -1)));
    }

    [Fact]
    public async Task Compute_Periods_AreThoseThatHoldTheMonth()
    {
        var figures = await ComputeAsync(Percentage(Return), tables => tables
            .Return("i", "area", "T", "2019-03", 1, 100).Return("i", "area", "T", "2018/19 Q4", 2, 100).Return("i", "area", "T", "2018/19", 3, 100)
            .Return("i", "area", "T", "2019-02", 4, 100).Return("i", "area", "T", "2018/19 Q3", 5, 100).Return("i", "area", "T", "2019/20", 6, 100)
            .Return("i", "area", "T", "2019-04", 7, 100).Return("other", "area", "T", "2019-03", 8, 100));

        Assert.Equal([("2019-03", 1.0), ("2018/19 Q4", 2.0), ("2018/19", 3.0)], figures.Select(figure => (figure.Period, figure.Value ?? -1)));
    }

    [Fact]
    public async Task Compute_Places_AreAsTheSourceGivesThem()
    {
        var figures = await ComputeAsync(Percentage(Return), tables => tables
            .Person(1, "2017-01-01", "A").Team(11, "Team North", 1)
            .Return("i", "team", " TEAM north", "2019-03", 1, 2).Return("i", "District", "B", "2019-03", 1, 4).Return("i", "district", "C", "2018-05", 1, 5)
            .Return("i", "ward", "W1", "2019-03", 1, 8).Return("i", "district", "A", "2016-03", 1, 10));

        Assert.Equal(
            [("area", "T", null), ("district", "B", 25.0), ("district", "C", null), ("team", "11", 50.0)],
            figures.Select(figure => (figure.Level, figure.Code, figure.Value)));
    }

    [Fact]
    public async Task Compute_PlaceTheAreaDoesNotHave_IsAFinding()
    {
        var profile = await SmallArea.ProfileAsync() with { Indicators = [Percentage(Return)] };
        var context = await new MonthTables(profile)
            .Return("i", "area", "T", "2019-03", 1, 2).Return("i", "district", "Nowhere", "2019-03", 1, 2).Return("i", "team", "No such team", "2019-03", 1, 2)
            .Return("i", "ward", "W1", "2019-03", 1, 2)
            .ContextAsync("2019-03");

        await IndicatorCalculator.ComputeAsync(context, CancellationToken.None);

        var finding = Assert.Single(context.Findings, finding => finding.Rule == QualityRules.ReturnUnknownPlace);
        Assert.Equal((2, 3), (finding.Failed, finding.Checked));
        Assert.Contains(context.Findings, other => other is { Rule: QualityRules.ReturnUnknownLevel, Failed: 1, Checked: 4 });
    }

    [Fact]
    public async Task Compute_TwoOrganisations_TakesTheIndicatorsOwn()
    {
        var figure = await AreaAsync(Percentage(Return), tables => tables
            .Return("i", "area", "T", "2019-03", 1, 100, organisation: "A trust").Return("i", "area", "T", "2019-03", 2, 100, organisation: "partner"));

        Assert.Equal(2, figure.Value);
    }

    [Fact]
    public async Task Compute_Baseline_IsThePlainMeanOfLastYearsMonthsThatHaveAValue()
    {
        var figure = await AreaAsync(Percentage(Return) with { Baselines = new Dictionary<string, double> { ["2017/18"] = 12 } }, tables => tables
            .Return("i", "area", "T", "2017-04", 10, 100).Return("i", "area", "T", "2018-03", 1, 5).Return("i", "area", "T", "2017-09", 0, 0)
            .Return("i", "area", "T", "2017-03", 99, 100).Return("i", "area", "T", "2018-04", 99, 100).Return("i", "area", "T", "2017/18", 77, 100));

        Assert.Equal(15, figure.Baseline);
    }

    [Theory]
    [InlineData("2017/18 Q1", 40.0)]
    [InlineData("2017/18", 40.0)]
    [InlineData("2016/17", 12.0)]
    public async Task Compute_BaselineWithoutMonths_IsOfQuartersThenOfTheYearThenOfTheProfile(string period, double expected)
    {
        var figure = await AreaAsync(
            Percentage(Return) with { Baselines = new Dictionary<string, double> { ["2017/18"] = 12, ["2016/17"] = 1 } },
            tables => tables.Return("i", "area", "T", period, 40, 100));

        Assert.Equal(expected, figure.Baseline);
    }
}
