using FamilyHubs.Pipeline.Profiles;
using static FamilyHubs.Pipeline.Tests.Figures.Indicators.IndicatorCases;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

public sealed class ComputedIndicatorTests
{
    private static readonly IndicatorDefinition Mmr =
        Percentage(new IndicatorSource("immunisation", AtMonths: 24, Doses: [new ImmunisationDoses(["MMR"], 1), new ImmunisationDoses(["Hib", "DTaP/IPV/Hib"], 2)]));

    private static readonly IndicatorDefinition GroupCount =
        new("i", "Council", "Protection plans", "count", "lower", new IndicatorSource("groupCount", Group: "G3", UnderYears: 5), Target: 3);

    private static readonly IndicatorDefinition Referral = Timeliness(new TimelinessStart(ReferralReasons: ["CAMHS referral"]), 42, "calendar");

    private static readonly IndicatorDefinition Assessment = Timeliness(new TimelinessStart(Group: "G1"), 5, "working");

    [Theory]
    [InlineData("2017-03-01", true)]
    [InlineData("2017-03-31", true)]
    [InlineData("2017-02-28", false)]
    [InlineData("2017-04-01", false)]
    public async Task Compute_Immunisation_CountsThoseWhoReachTheAgeInTheMonth(string birth, bool counted)
    {
        var figure = await AreaAsync(Mmr, tables => tables.Person(1, birth, "A"));

        Assert.Equal(counted ? (0.0, 1.0, 0.0) : (0.0, 0.0, null), (figure.Numerator, figure.Denominator, figure.Value));
    }

    [Theory]
    [InlineData(true, "mmr 2018-03-10", "hib 2017-06-01", "hib 2019-03-10")] // on the birthday
    [InlineData(false, "mmr 2018-03-10", "hib 2017-06-01", "hib 2019-03-11")]
    [InlineData(false, "mmr 2018-03-10", "hib 2017-06-01")]
    [InlineData(false, "hib 2017-06-01", "hib 2017-07-01")]
    [InlineData(true, "mmr 2018-03-10", "hib 2017-06-01", "dtap 2017-08-01")] // either content
    [InlineData(false, "mmr 2018-03-10", "hib 2017-06-01", "hib 2017-06-01")] // entered twice
    [InlineData(true, "mmr 2018-03-10", "hib 2017-06-01 1", "hib 2017-06-01 2")] // two doses by their numbers
    [InlineData(false, "mmr 2018-03-10", "hib 2017-03-09", "hib 2017-06-01")] // before birth
    [InlineData(false, "mmr 2018-03-10", "hib", "hib 2017-06-01")] // without date
    public async Task Compute_Immunisation_NeedsTheListedDosesByTheAge(bool met, params string[] doses)
    {
        var figure = await AreaAsync(Mmr, tables =>
        {
            tables.Person(1, "2017-03-10", "A").Add(
                "SRImmunisationContent",
                new { RowIdentifier = 1, Content = "mmr" },
                new { RowIdentifier = 2, Content = "Hib" },
                new { RowIdentifier = 3, Content = "DTaP/IPV/Hib" },
                new { RowIdentifier = 4, Content = "Other" });
            foreach (var dose in doses.Select(dose => dose.Split(' ')))
            {
                var content = dose[0] switch { "mmr" => 1, "hib" => 2, _ => 3 };
                tables.Add("SRImmunisation", new { IDPatient = 1, IDImmunisationContent = content, DateEvent = dose.ElementAtOrDefault(1), Dose = dose.ElementAtOrDefault(2) });
            }

            return tables.Add("SRImmunisation", new { IDPatient = 1, IDImmunisationContent = 4, DateEvent = "2018-01-01" });
        });

        Assert.Equal(met ? 100 : 0, figure.Value);
    }

    [Fact]
    public async Task Compute_Immunisation_PlacesAndBaselineAreThoseOfTheirMonths()
    {
        var figures = await ComputeAsync(Mmr with { Source = Mmr.Source with { Doses = [new ImmunisationDoses(["MMR"], 1)] } }, tables => tables
            .Person(1, "2017-03-10", "A").Person(2, "2017-03-10", "Z").Person(3, "2017-03-10", null).Person(4, "2017-03-10", "B", death: "2019-03-20")
            .Person(5, "2015-05-10", "A").Person(6, "2015-06-10", "A").Person(7, "2015-06-10", "A")
            .Add("SRImmunisationContent", new { RowIdentifier = 1, Content = "MMR" })
            .Add(
                "SRImmunisation",
                new { IDPatient = 1, IDImmunisationContent = 1, DateEvent = "2018-03-10" },
                new { IDPatient = 5, IDImmunisationContent = 1, DateEvent = "2016-05-10" },
                new { IDPatient = 6, IDImmunisationContent = 1, DateEvent = "2016-06-10" }));

        Assert.Equal(
            [("T", 1.0, 1.0), ("N", 1, 1), ("S", 0, 0), ("A", 1, 1), ("B", 0, 0), ("C", 0, 0), ("none", 1, 1), ("unknown", 0, 1), ("outside", 0, 1)],
            figures.Select(figure => (figure.Code, figure.Numerator!.Value, figure.Denominator!.Value)));
        // 100 % in May 2017, 50 % in June: the plain mean of the two months that have a value.
        Assert.Equal(75, figures.Single(figure => figure.Code == "T").Baseline);
        Assert.Null(figures.Single(figure => figure.Code == "B").Baseline);
    }

    [Fact]
    public async Task Compute_GroupCount_IsOfThoseUnderTheAgeAtTheMonthsEnd()
    {
        var figures = await ComputeAsync(GroupCount, tables => tables
            .Person(1, "2014-04-01", "A").Person(2, "2014-03-31", "A").Person(3, "2017-01-01", "Z").Person(4, "2017-01-01", "A").Person(5, "2017-01-01", "C")
            .Add(
                "SRPersonAtRisk",
                new { IDPatient = 1, ProtectionPlan = true, DateAdded = "2019-03-31" },
                new { IDPatient = 2, ProtectionPlan = true, DateAdded = "2019-01-01" },
                new { IDPatient = 3, ProtectionPlan = true, DateAdded = "2019-01-01" },
                new { IDPatient = 4, ProtectionPlan = false, DateAdded = "2019-01-01" }));

        Assert.Equal(
            [("T", 1.0), ("N", 1), ("S", 0), ("A", 1), ("B", 0), ("C", 0), ("none", 1), ("unknown", 0), ("outside", 1)],
            figures.Select(figure => (figure.Code, figure.Value!.Value)));
        Assert.All(figures, figure => Assert.Equal((null, null), (figure.Mark, figure.Rag)));
    }

    [Fact]
    public async Task Compute_GroupCountBaseline_LeavesOutMonthsWithoutAnyone()
    {
        // The first child was born in February 2018: before, there is nobody to count.
        var figure = await AreaAsync(GroupCount, tables => tables
            .Person(1, "2018-02-10", "A").Add("SRPersonAtRisk", new { IDPatient = 1, ProtectionPlan = true, DateAdded = "2018-03-10" }));

        Assert.Equal((1.0, 0.5), (figure.Value, figure.Baseline));
    }

    [Theory]
    [InlineData("2019-01-18", "2019-03-01", 1, 1)] // 42 days: 1 March
    [InlineData("2019-01-18", "2019-03-02", 0, 1)]
    [InlineData("2019-01-18", "2019-01-18", 1, 1)]
    [InlineData("2019-01-18", "2019-01-17", 0, 1)]
    [InlineData("2019-01-18", null, 0, 1)]
    [InlineData("2019-01-17", "2019-02-01", 0, 0)] // time ran out in February
    [InlineData("2019-02-17", "2019-02-20", 1, 1)] // 31 March
    [InlineData("2019-02-18", "2019-02-20", 0, 0)] // runs out in April
    public async Task Compute_Timeliness_CountsInTheMonthInWhichTimeRunsOut(string referred, string? begun, int met, int all)
    {
        var figure = await AreaAsync(Referral, tables =>
        {
            tables.Person(1, "2010-01-01", "A").Referral(1, referred, reason: " camhs REFERRAL").Referral(1, referred, reason: "Other");
            return begun is null ? tables : tables.Code(1, "STOP", begun);
        });

        Assert.Equal(((double?)met, (double?)all), (figure.Numerator, figure.Denominator));
    }

    [Fact]
    public async Task Compute_TimelinessOfReferrals_TwoOnOneDayAreOneAndNoDateIsAFinding()
    {
        var profile = await PriorityGroups.SmallArea.ProfileAsync() with { Indicators = [Referral] };
        var context = await new MonthTables(profile).Person(1, "2010-01-01", "A")
            .Referral(1, "2019-01-20", reason: "CAMHS referral").Referral(1, null, "2019-01-20", reason: "CAMHS referral").Referral(1, null, reason: "CAMHS referral")
            .ContextAsync("2019-03");

        var figures = await FamilyHubs.Pipeline.Figures.Indicators.IndicatorCalculator.ComputeAsync(context, CancellationToken.None);

        Assert.Equal(1, figures.Single(figure => figure.Level == "area").Denominator);
        Assert.Contains(context.Findings, finding => finding is { Rule: "no-date", Table: "SRReferralIn", Failed: 1, Checked: 3 });
    }

    [Theory]
    [InlineData("2019-03-15", 1)] // five working days after Friday 8 March
    [InlineData("2019-03-18", 0)]
    public async Task Compute_TimelinessInWorkingDays_LeavesOutWeekends(string assessed, int met)
    {
        var figure = await AreaAsync(Assessment, tables => tables.Person(1, "2010-01-01", "A").Code(1, "S1", "2019-03-08").Code(1, "STOP", assessed));

        Assert.Equal((met, 1), ((int?)figure.Numerator, (int?)figure.Denominator));
    }

    [Fact]
    public async Task Compute_TimelinessOverEaster_LeavesOutBankHolidays()
    {
        // Wednesday 17 April 2019 and five working days without Good Friday and Easter Monday: Friday 26 April.
        var inTime = await AreaAsync(Assessment, tables => tables.Person(1, "2010-01-01", "A").Code(1, "S1", "2019-04-17").Code(1, "STOP", "2019-04-26"), "2019-04");

        Assert.Equal(100, inTime.Value);
    }

    [Theory]
    [InlineData(1, "S1 2019-03-04", "S1 2019-03-11")] // recorded again: no joining
    [InlineData(2, "S1 2019-03-04", "E1 2019-03-06", "S1 2019-03-11")]
    [InlineData(1, "S1 2018-03-04", "E1 2019-03-06", "S1 2019-03-11")]
    [InlineData(0, "E1 2019-03-06")]
    public async Task Compute_TimelinessOfAGroup_StartsOnJoining(int joinings, params string[] codes)
    {
        var figure = await AreaAsync(Assessment, tables => codes.Aggregate(
            tables.Person(1, "2010-01-01", "A"), (all, code) => all.Code(1, code.Split(' ')[0], code.Split(' ')[1])));

        Assert.Equal(joinings, figure.Denominator);
    }

    [Fact]
    public async Task Compute_Kpi_TakesTheKpisFiguresAndLastYearsMonths()
    {
        var kpi = Percentage(new IndicatorSource("kpi", Kpi: "2.34"), target: 95);
        var figures = await ComputeAsync(kpi, tables => tables
            .Person(1, "2018-03-10", "A").Code(1, "YEa62", "2019-02-01").Person(2, "2018-03-11", "B").Person(3, "2018-03-11", "Z")
            .Person(4, "2016-05-11", "A").Code(4, "YEa62", "2017-04-01").Person(5, "2016-06-11", "A").Person(6, "2016-06-12", "A"));

        var area = figures.Single(figure => figure.Level == "area");
        Assert.Equal((1.0, 2.0, 50.0, "2019-03"), (area.Numerator, area.Denominator, area.Value, area.Period));
        Assert.Equal((50.0, "cross", "red"), (area.Baseline, area.Mark, area.Rag));
        Assert.Equal((0.0, "cross"), (figures.Single(figure => figure.Level == "outside").Value, figures.Single(figure => figure.Level == "outside").Mark));
    }

    [Fact]
    public async Task Compute_Breastfeeding_IsOfInfantsDueTheReview()
    {
        var figure = await AreaAsync(Percentage(new IndicatorSource("breastfeeding", Statuses: ["totally", "partially"])), tables => tables
            .Person(1, "2019-02-01", "A").Code(1, "YEa61", "2019-03-20").Code(1, "YEa75", "2019-03-20")
            .Person(2, "2019-02-01", "A").Code(2, "YEa61", "2019-03-20").Code(2, "YEa77", "2019-03-20")
            .Person(3, "2019-02-01", "A").Code(3, "YEa61", "2019-03-20")
            .Person(4, "2019-02-01", "A")
            .Person(5, "2019-02-01", "A").Code(5, "YEa76", "2019-03-20")
            .Person(6, "2019-02-01", "A").Code(6, "YEa61", "2019-03-31").Code(6, "YEa76", "2019-03-31")
            .Person(7, "2019-02-04", "A").Code(7, "YEa61", "2019-03-20").Code(7, "YEa75", "2019-03-20"));

        Assert.Equal((1.0, 6.0), (figure.Numerator, figure.Denominator));
    }

    private static IndicatorDefinition Timeliness(TimelinessStart from, int days, string basis) => Percentage(
        new IndicatorSource("timeliness", From: from, To: new TimelinessEnd(["STOP"]), Within: new TimelinessLimit(days, basis)));
}
