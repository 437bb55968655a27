using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using static FamilyHubs.Pipeline.Tests.Figures.Monthly.MonthlyCase;

namespace FamilyHubs.Pipeline.Tests.Figures.Kpis;

/// <summary>The edges of calculations.md 5, one child or family at a time.</summary>
public sealed class KpiCalculatorTests
{
    private static (int?, int?, int?) Counts(KpiFigure row) => (row.Numerator, row.Denominator, row.NearMiss);

    [Theory]
    [InlineData("2019-02-15", 1)] // the day of birth is day 0
    [InlineData("2019-02-14", 0)]
    [InlineData("2019-03-01", 1)] // day 14
    [InlineData("2019-03-02", 0)] // day 15
    public async Task NewBirthVisit_OnTheEdgeOfTheWindow_CountsInclusively(string day, int met)
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15").Review(1, NewBirth, day, Wellbeing).KpiAsync("2.02");

        Assert.Equal((met, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData("2019-01-29", "2019-02", 1)] // 30 days on: 28 February
    [InlineData("2019-01-30", "2019-02", 0)]
    [InlineData("2019-01-30", "2019-03", 1)]
    [InlineData("2019-03-01", "2019-03", 1)] // 31 March
    [InlineData("2019-03-02", "2019-03", 0)]
    public async Task NewBirthVisit_CohortByThirtyDays_IsTheMonthOfThatDay(string birth, string month, int denominator)
    {
        var row = await new MonthlyCase().Person(1, birth).KpiAsync("2.02", month);

        Assert.Equal(denominator, row.Denominator);
    }

    [Theory]
    [InlineData("2019-03-26", 1)] // day 56
    [InlineData("2019-03-27", 0)] // day 57
    public async Task SixToEightWeeks_Day56_IsTheLast(string day, int met)
    {
        var row = await new MonthlyCase().Person(1, "2019-01-29").Review(1, SixToEightWeeks, day).KpiAsync("2.33");

        Assert.Equal((met, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData("2016-02-29", "2017-02", "2017-02-28", 1)] // 29 February + 12 months = 28 February
    [InlineData("2016-02-29", "2017-02", "2017-03-01", 0)]
    [InlineData("2018-03-31", "2019-03", "2019-03-31", 1)]
    [InlineData("2018-03-31", "2019-03", "2019-04-01", 0)]
    public async Task OneYear_BirthdayClampsToTheEndOfTheMonth(string birth, string month, string day, int met)
    {
        var row = await new MonthlyCase().Person(1, birth).Review(1, OneYear, day).KpiAsync("2.34", month);

        Assert.Equal((met, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData("2016-08-31", "2019-02-28", 1)] // 31 August + 30 months = 28 February
    [InlineData("2016-08-31", "2019-03-01", 0)]
    [InlineData("2016-08-28", "2019-02-28", 1)]
    [InlineData("2016-08-28", "2019-03-01", 0)]
    public async Task TwoAndAHalfYears_AnchorClampsToTheEndOfTheMonth(string birth, string day, int met)
    {
        var row = await new MonthlyCase().Person(1, birth).Review(1, TwoYears, day, Asq3).KpiAsync("2.35", "2019-02");

        Assert.Equal((met, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData("2019-03-31", 0)]
    [InlineData("2019-03-31T23:59:00", 0)]
    [InlineData("2019-04-01", 1)]
    public async Task Cohort_ChildDied_IsOutByTheEndOfTheMonth(string death, int denominator)
    {
        var row = await new MonthlyCase().Person(1, "2018-03-05", death: death).KpiAsync("2.34");

        Assert.Equal(denominator, row.Denominator);
    }

    [Fact]
    public async Task Cohort_ChildDiedAfterTheMonth_StillCountsInThatMonthOfTheYear()
    {
        var row = await new MonthlyCase().Person(1, "2018-02-05", death: "2019-03-10").KpiAsync("2.34", period: "ytd");

        Assert.Equal(1, row.Denominator);
    }

    [Fact]
    public async Task RequiredComponent_Missing_IsANearMiss()
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15").Review(1, NewBirth, "2019-02-20").KpiAsync("2.02");

        Assert.Equal((0, 1, 1), Counts(row));
    }

    [Fact]
    public async Task RequiredComponent_NotRequired_CountsWithoutAndNothingIsNearlyMissed()
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15").Review(1, NewBirth, "2019-02-20")
            .KpiAsync("2.02", change: profile => profile with { Kpis = [.. profile.Kpis.Select(kpi => kpi with { ComponentRequired = false })] });

        Assert.Equal((1, 1, 0), Counts(row));
    }

    [Fact]
    public async Task RequiredComponent_AtALaterReviewInTheWindow_Meets()
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15")
            .Review(1, NewBirth, "2019-02-18").Review(1, NewBirth, "2019-02-25", Wellbeing)
            .KpiAsync("2.02");

        Assert.Equal((1, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task RequiredComponent_OnAParentsRecordThatDay_CountsIfTheProfileSaysSo(bool onParent, int met)
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15").Person(9, "1990-01-01").Parent(1, 9, "Father")
            .Review(1, NewBirth, "2019-02-20").Code(9, Wellbeing, "2019-02-20")
            .KpiAsync("2.02", change: profile => profile with { ComponentOnParent = onParent });

        Assert.Equal((met, 1, 1 - met), Counts(row));
    }

    [Fact]
    public async Task RequiredComponent_OnTheRecordOfNoParent_DoesNotCount()
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15").Person(9, "1990-01-01").Parent(1, 9, "Aunt")
            .Review(1, NewBirth, "2019-02-20").Code(9, Wellbeing, "2019-02-20")
            .KpiAsync("2.02");

        Assert.Equal((0, 1, 1), Counts(row));
    }

    [Fact]
    public async Task RequiredComponent_ByTheReviewsEventOnAnotherDay_Counts()
    {
        var row = await new MonthlyCase().Person(1, "2019-02-15")
            .Event(50, 1, "2019-02-20").Code(1, NewBirth, "2019-02-20", 50).Code(1, Wellbeing, "2019-02-22", 50)
            .KpiAsync("2.02");

        Assert.Equal((1, 1, 0), Counts(row));
    }

    [Fact]
    public async Task Antenatal_Twins_AreOneFamily()
    {
        var row = await new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05").Person(2, "2019-03-05").Parent(1, 9).Parent(2, 9)
            .Review(9, Antenatal, "2019-01-10", Wellbeing)
            .KpiAsync("2.01");

        Assert.Equal((1, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public async Task Antenatal_TwinsOfTwoDays_AreOneFamilyWithinTheSpan(int span, int families)
    {
        var row = await new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05").Person(2, "2019-03-06").Parent(1, 9).Parent(2, 9)
            .KpiAsync("2.01", change: profile => profile with { FamilyBirthSpanDays = span });

        Assert.Equal(families, row.Denominator);
    }

    [Fact]
    public async Task Antenatal_TwinsAcrossMonthsWithinTheSpan_CountInTheFirstMonthOnly()
    {
        var births = new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-02-28").Person(2, "2019-03-01").Parent(1, 9).Parent(2, 9);

        var february = await births.KpiAsync("2.01", "2019-02", change: profile => profile with { FamilyBirthSpanDays = 1 });
        var march = await births.KpiAsync("2.01", "2019-03", change: profile => profile with { FamilyBirthSpanDays = 1 });

        Assert.Equal((1, 0), (february.Denominator, march.Denominator));
    }

    [Fact]
    public async Task Antenatal_ChildrenOfUnknownMothers_AreOneFamilyEach()
    {
        var row = await new MonthlyCase().Person(1, "2019-03-05").Person(2, "2019-03-05").KpiAsync("2.01");

        Assert.Equal((0, 2, 0), Counts(row));
    }

    [Theory]
    [InlineData("2018-12-11", 1)] // 84 days before 5 March
    [InlineData("2018-12-10", 0)]
    [InlineData("2019-03-04", 1)]
    [InlineData("2019-03-05", 0)] // the day of birth is too late
    public async Task Antenatal_OnTheEdgeOfTheWindow_CountsInclusively(string day, int met)
    {
        var row = await new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05").Parent(1, 9).Review(9, Antenatal, day, Wellbeing).KpiAsync("2.01");

        Assert.Equal((met, 1, 0), Counts(row));
    }

    [Fact]
    public async Task Antenatal_MotherWhoDied_RemainsTheMother()
    {
        var row = await new MonthlyCase().Person(9, "1990-01-01", death: "2019-03-06").Person(1, "2019-03-05").Parent(1, 9)
            .Review(9, Antenatal, "2019-02-01", Wellbeing)
            .KpiAsync("2.01");

        Assert.Equal((1, 1, 0), Counts(row));
    }

    [Fact]
    public async Task Antenatal_FathersContact_IsNone()
    {
        var row = await new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05").Parent(1, 9, "Father")
            .Review(9, Antenatal, "2019-02-01", Wellbeing)
            .KpiAsync("2.01");

        Assert.Equal((0, 1, 0), Counts(row));
    }

    [Theory]
    [InlineData("pZ", "pB", "B")] // the resident child, though its id is higher
    [InlineData("pA", "pB", "A")]
    [InlineData("pZ", null, "outside")] // no resident child: the lowest id
    [InlineData(null, "pZ", "unknown")]
    public async Task Antenatal_PlaceOfTwins_IsThatOfTheResidentChildWithTheLowestId(string? first, string? second, string code)
    {
        var report = (await new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05", first).Person(2, "2019-03-05", second).Parent(1, 9).Parent(2, 9)
            .ComputeAsync()).Report;

        var rows = report.Kpis.Where(row => row is { Kpi: "2.01", Period: "month", Level: "district" or "unknown" or "outside", Denominator: > 0 });
        Assert.Equal(code, Assert.Single(rows).Code);
    }

    [Fact]
    public async Task Antenatal_FirstTwinDied_FamilyHasThePlaceOfTheOther()
    {
        var twins = new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05", "pA", death: "2019-03-06").Person(2, "2019-03-05", "pB")
            .Parent(1, 9).Parent(2, 9);

        Assert.Equal(0, (await twins.KpiAsync("2.01", code: "A")).Denominator);
        Assert.Equal(1, (await twins.KpiAsync("2.01", code: "B")).Denominator);
    }

    [Fact]
    public async Task Place_AtTheEndOfEachMonth_FollowsAMove()
    {
        // One year old on 10 February and on 10 March; both moved from A to B on 1 March.
        var moved = new MonthlyCase();
        foreach (var (child, birth) in new[] { (1, "2018-02-10"), (2, "2018-03-10") })
        {
            moved.Person(child, birth, postcode: null).Home(child, "pA", "2018-01-01", "2019-03-01").Home(child, "pB", "2019-03-01");
        }

        Assert.Equal((0, 1), ((await moved.KpiAsync("2.34", code: "A")).Denominator, (await moved.KpiAsync("2.34", code: "A", period: "ytd")).Denominator));
        Assert.Equal((1, 1), ((await moved.KpiAsync("2.34", code: "B")).Denominator, (await moved.KpiAsync("2.34", code: "B", period: "ytd")).Denominator));
    }

    [Fact]
    public async Task Rows_WithoutDenominator_HaveNoPercentageMarkOrColour()
    {
        var row = await new MonthlyCase().KpiAsync("2.34");

        Assert.Equal(new KpiFigure("2.34", "area", "T", "Testshire", "month", 0, 0, null, null, null, 95, null, null, 0), row);
    }

    [Fact]
    public async Task Rows_UnknownAndOutside_HaveTargetMarkAndColourAndAreInNoTotal()
    {
        var report = (await new MonthlyCase().Person(1, "2018-03-05", null).Person(2, "2018-03-05", "pZ").Review(2, OneYear, "2019-03-01").ComputeAsync()).Report;

        var rows = report.Kpis.Where(row => row is { Kpi: "2.34", Period: "month" }).ToDictionary(row => row.Code);
        Assert.Equal((0, 1, "red", "cross"), (rows["unknown"].Numerator, rows["unknown"].Denominator, rows["unknown"].Rag, rows["unknown"].Mark));
        Assert.Equal((1, 1, "green", "tick"), (rows["outside"].Numerator, rows["outside"].Denominator, rows["outside"].Rag, rows["outside"].Mark));
        Assert.Equal(0, rows["T"].Denominator);
    }

    [Fact]
    public async Task Rows_OfTeams_AreThoseWithADenominatorInAPeriod()
    {
        var report = (await new MonthlyCase()
            .Person(1, "2018-02-05").Add("SRReferralAllocation", new { RowIdentifier = 1, IDPatient = 1, IDTeam = 11 })
            .Person(2, "1990-01-01").Add("SRReferralAllocation", new { RowIdentifier = 2, IDPatient = 2, IDTeam = 12 })
            .Add("SRTeam", new { RowIdentifier = 11, TeamName = "Team North" })
            .ComputeAsync()).Report;

        var teams = report.Kpis.Where(row => row is { Kpi: "2.34", Level: "team" }).Select(row => (row.Code, row.Name, row.Period, row.Denominator));
        Assert.Equal([("11", "Team North", "month", 0), ("11", "Team North", "ytd", 1), ("11", "Team North", "rolling12", 1)], teams);
    }

    [Fact]
    public async Task Rows_Order_IsKpiPlacePeriod()
    {
        var rows = (await new MonthlyCase().ComputeAsync()).Report.Kpis;

        Assert.Equal(5 * 8 * 3, rows.Count);
        Assert.Equal(["T", "N", "S", "A", "B", "C", "unknown", "outside"], rows.Where(row => row is { Kpi: "2.02", Period: "ytd" }).Select(row => row.Code));
        Assert.Equal(["2.01", "2.02", "2.33", "2.34", "2.35"], rows.Select(row => row.Kpi).Distinct());
        Assert.Equal(["month", "ytd", "rolling12"], rows.Take(3).Select(row => row.Period));
    }

    [Fact]
    public async Task Periods_AreSumsAndNeverMeans()
    {
        // One year old in March 2018, April 2018, February 2019 and March 2019; met 0 of 1, 1 of 1, 0 of 1, 2 of 3.
        var year = new MonthlyCase()
            .Person(1, "2017-03-15")
            .Person(2, "2017-04-15").Review(2, OneYear, "2018-04-01")
            .Person(3, "2018-02-15")
            .Person(4, "2018-03-15").Review(4, OneYear, "2019-03-01")
            .Person(5, "2018-03-15").Review(5, OneYear, "2019-03-02")
            .Person(6, "2018-03-15");

        Assert.Equal((2, 3, 0), Counts(await year.KpiAsync("2.34")));
        Assert.Equal((3, 5, 0), Counts(await year.KpiAsync("2.34", period: "ytd")));
        Assert.Equal((3, 5, 0), Counts(await year.KpiAsync("2.34", period: "rolling12")));
        Assert.Equal(60, (await year.KpiAsync("2.34", period: "rolling12")).Percentage);
        Assert.Equal((1, 3, 0), Counts(await year.KpiAsync("2.34", "2019-02", "rolling12")));
        Assert.Equal((1, 2, 0), Counts(await year.KpiAsync("2.34", "2019-02", "ytd")));
        Assert.Equal((1, 1, 0), Counts(await year.KpiAsync("2.34", "2018-04", "ytd")));
    }
}
