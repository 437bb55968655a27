using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using static FamilyHubs.Pipeline.Tests.Figures.Monthly.MonthlyCase;

namespace FamilyHubs.Pipeline.Tests.Figures.National;

/// <summary>The national view by hand (calculations.md 5, national.md 1.3).</summary>
public sealed class NationalCalculatorTests
{
    private static (int?, int?) Counts(NationalFigure row) => (row.Numerator, row.Denominator);

    [Fact]
    public async Task Rows_AreThoseOfTheProfileForTheQuarter()
    {
        var rows = (await new MonthlyCase().ComputeAsync()).Report.National;

        Assert.Equal(
            ["C1", "C2", "C3", "C4", "C5", "C6i", "C6ii", "C6iii", "C6iv", "C6v", "C6vi", "C6vii", "C6viii", "C8i", "C8ii", "C8iii", "C8iv"],
            rows.Select(row => row.Indicator));
        Assert.All(rows, row => Assert.Equal("2018/19 Q4", row.Quarter));
        Assert.Equal(new NationalFigure("C1", "2018/19 Q4", 0, null, null), rows[0]);
        Assert.All(rows.Skip(1), row => Assert.Equal((0, 0, null), (row.Numerator, row.Denominator, row.Percentage)));
    }

    [Theory]
    [InlineData("2019-03-01", 1, 0)] // day 14
    [InlineData("2019-03-02", 0, 1)] // day 15
    [InlineData("2019-03-17", 0, 1)] // day 30
    [InlineData("2019-03-18", 0, 0)]
    public async Task NewBirth_ByDay_IsInC2OrC3OrNeither(string day, int within14, int after14)
    {
        var child = new MonthlyCase().Person(1, "2019-02-15").Review(1, NewBirth, day);

        Assert.Equal((within14, 1), Counts(await child.NationalAsync("C2")));
        Assert.Equal((after14, 1), Counts(await child.NationalAsync("C3")));
    }

    [Fact]
    public async Task NewBirth_EarlyAndLate_IsInC2Only()
    {
        var child = new MonthlyCase().Person(1, "2019-02-15").Review(1, NewBirth, "2019-02-20").Review(1, NewBirth, "2019-03-10");

        Assert.Equal((1, 1), Counts(await child.NationalAsync("C2")));
        Assert.Equal((0, 1), Counts(await child.NationalAsync("C3")));
    }

    [Fact]
    public async Task OneYear_BetweenTwelveAndFifteenMonths_CountsInC5Only()
    {
        var child = new MonthlyCase().Person(1, "2017-12-10").Person(2, "2018-02-10").Review(1, OneYear, "2019-02-01").Review(2, OneYear, "2019-02-11");

        Assert.Equal((0, 1), Counts(await child.NationalAsync("C4")));
        Assert.Equal((1, 1), Counts(await child.NationalAsync("C5")));
    }

    [Fact]
    public async Task Quarter_ToDate_WhenTheMonthDoesNotEndIt()
    {
        var children = new MonthlyCase().Person(1, "2018-01-10").Person(2, "2018-02-10").Person(3, "2018-03-10");

        Assert.Equal(
            new int?[] { 1, 2, 3, 0 },
            [
                (await children.NationalAsync("C4", "2019-01")).Denominator,
                (await children.NationalAsync("C4", "2019-02")).Denominator,
                (await children.NationalAsync("C4", "2019-03")).Denominator,
                (await children.NationalAsync("C4", "2019-04")).Denominator,
            ]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("pZ")]
    public async Task Cohort_WhoIsNoResident_IsNotInIt(string? postcode) =>
        Assert.Equal((0, 0), Counts(await new MonthlyCase().Person(1, "2018-03-05", postcode).Review(1, OneYear, "2019-03-01").NationalAsync("C4")));

    [Theory]
    [InlineData("2018-05-01", 1)] // 299 days before 24 February: the same pregnancy, whose first contact was then
    [InlineData("2018-04-30", 2)] // 300 days: a new one
    public async Task FirstContact_After300DaysWithoutOne_IsOfANewPregnancy(string before, int mothers)
    {
        var contacts = new MonthlyCase().Person(1, "1990-01-01").Person(2, "1990-01-01")
            .Review(1, Antenatal, before).Review(1, Antenatal, "2019-02-24").Review(1, Antenatal, "2019-03-04")
            .Review(2, Antenatal, "2019-01-01").Review(2, Antenatal, "2018-12-01", mode: "Telephone");

        Assert.Equal((mothers, null), Counts(await contacts.NationalAsync("C1")));
    }

    [Fact]
    public async Task FirstContact_OfAMotherWhoLivesElsewhere_IsNotCounted() =>
        Assert.Equal(0, (await new MonthlyCase().Person(1, "1990-01-01", "pZ").Review(1, Antenatal, "2019-02-24").NationalAsync("C1")).Numerator);

    [Fact]
    public async Task Scores_OfTheEarliestReview_CountByThresholdAndOnlyWhereThereIsAScore()
    {
        // Child 1: all five scores, gross motor below 36.14; a later review is not looked at. Child 2: one score, at the threshold. Child 3: none.
        var children = new MonthlyCase().Person(1, "2016-09-10").Person(2, "2016-09-10").Person(3, "2016-09-10")
            .Review(1, TwoYears, "2019-02-01", Asq3).Review(1, TwoYears, "2019-02-20")
            .Code(1, "YEa70", "2019-02-01", value: 40).Code(1, "YEa71", "2019-02-01", value: 36.1).Code(1, "YEa72", "2019-02-01", value: 40)
            .Code(1, "YEa73", "2019-02-01", value: 40).Code(1, "YEa74", "2019-02-01", value: 40).Code(1, "YEa71", "2019-02-20", value: 60)
            .Review(2, TwoYears, "2019-02-01").Code(2, "YEa70", "2019-02-01", value: 33.3).Code(2, "YEa71", "2019-02-01")
            .Review(3, TwoYears, "2019-02-01");

        Assert.Equal((3, 3), Counts(await children.NationalAsync("C6i")));
        Assert.Equal((1, 3), Counts(await children.NationalAsync("C6ii")));
        Assert.Equal((2, 2), Counts(await children.NationalAsync("C6iii")));
        Assert.Equal((0, 1), Counts(await children.NationalAsync("C6iv")));
        Assert.Equal((1, 1), Counts(await children.NationalAsync("C6v")));
        Assert.Equal((0, 1), Counts(await children.NationalAsync("C6viii")));
    }

    [Fact]
    public async Task Score_RecordedTwice_IsTheLatest()
    {
        var child = new MonthlyCase().Person(1, "2016-09-10").Review(1, TwoYears, "2019-02-01")
            .Code(1, "YEa70", "2019-02-01T09:00:00", value: 20).Code(1, "YEa70", "2019-02-01T10:00:00", value: 50).Code(1, "YEa70", "2019-02-01T09:30:00", value: 20);

        Assert.Equal((1, 1), Counts(await child.NationalAsync("C6iii")));
    }

    [Fact]
    public async Task Feeding_AtTheReview_IsOfAllWhoAreDue()
    {
        var children = new MonthlyCase().Person(1, "2019-01-10").Person(2, "2019-01-10").Person(3, "2019-01-10").Person(4, "2019-01-10")
            .Review(1, SixToEightWeeks, "2019-02-20", "YEa75")
            .Review(2, SixToEightWeeks, "2019-02-20").Code(2, "YEa76", "2019-02-20T10:00:00").Code(2, "YEa77", "2019-02-20T09:00:00")
            .Code(3, "YEa75", "2019-02-20");

        Assert.Equal((2, 4), Counts(await children.NationalAsync("C8i")));
        Assert.Equal((1, 4), Counts(await children.NationalAsync("C8ii")));
        Assert.Equal((1, 4), Counts(await children.NationalAsync("C8iii")));
        Assert.Equal((0, 4), Counts(await children.NationalAsync("C8iv")));
    }
}
