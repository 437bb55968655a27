using FamilyHubs.Pipeline.Figures.Indicators;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>Figures printed in the seed reports, from small hand-made tables with the shipped profiles.</summary>
public sealed class IndicatorBackTests
{
    /// <summary>The locality dashboard of Coventry (AE17-21 to AE17-33).</summary>
    [Fact]
    public async Task Compute_Coventry201314_GivesValuesAndMarksOfTheDashboard()
    {
        var tables = new MonthTables(await TestProfiles.ShippedAsync("coventry"))
            .Return("early-booking", "area", "E08000026", "2014-03", 83, 100, organisation: "UHCW")
            .Return("smoking-at-delivery", "area", "E08000026", "2014-03", 15, 100, organisation: "UHCW")
            .Return("breastfeeding-initiation", "area", "E08000026", "2014-03", value: 79, organisation: "UHCW");
        AddInfants(tables);
        AddCohort(tables, 2000, "2013-03-10", 96, child => tables.Code(child, "YCa31", "2014-02-10"));
        AddCohort(tables, 3000, "2011-09-10", 89, child => tables.Code(child, "YCa32", "2014-01-10"));
        tables.Add(
            "SRImmunisationContent",
            new { RowIdentifier = 1, Content = "dtap/ipv/hib " },
            new { RowIdentifier = 2, Content = "DTaP/IPV/Hib/HepB" },
            new { RowIdentifier = 3, Content = "MMR" });
        AddCohort(tables, 4000, "2012-03-10", 97, child => AddDoses(tables, child, (1, "2012-05-10"), (2, "2012-06-10"), (1, "2014-03-10")));
        AddCohort(tables, 5000, "2009-03-10", 90, child => AddDoses(tables, child, (3, "2010-04-10"), (3, "2012-09-10")));

        var figures = await IndicatorCalculator.ComputeAsync(await tables.ContextAsync("2014-03"), CancellationToken.None);

        (string, double?, string?)[] expected =
        [
            ("early-booking", 83, "cross"),
            ("smoking-at-delivery", 15, "cross"),
            ("breastfeeding-initiation", 79, "tick"),
            ("breastfeeding-6-8-weeks", 51, "tick"),
            ("dpt-2-years", 97, "tick"),
            ("mmr-5-years", 90, "cross"),
            ("new-birth-review", 97, "tick"),
            ("6-8-week-review", 97, "tick"),
            ("1-year-review", 96, "tick"),
            ("2-5-year-review", 89, "tick"),
            ("protection-plan-under-5", 14, null),
            ("caf-under-5", 54, null),
            ("looked-after-under-5", 3, null),
        ];
        Assert.Equal(expected, figures.Where(figure => figure.Level == "area").Select(figure => (figure.Indicator, figure.Value, figure.Mark)));
        Assert.Equal(figures.Where(figure => figure.Level == "area").Select(figure => figure.Value), Level("quadrant", "CV-H2"));

        IEnumerable<double?> Level(string level, string code) => figures
            .Where(figure => figure.Level == "area")
            .Select(area => figures.SingleOrDefault(figure => figure.Indicator == area.Indicator && figure.Level == level && figure.Code == code)?.Value ?? area.Value);
    }

    /// <summary>Last year's means are the next year's baseline.</summary>
    [Fact]
    public async Task Compute_CoventryInTheYearAfter_HasTheMeansOf201314AsBaseline()
    {
        var profile = await TestProfiles.ShippedAsync("coventry");

        var figures = await IndicatorCalculator.ComputeAsync(await new MonthTables(profile).ContextAsync("2014-04"), CancellationToken.None);

        Assert.Equal(
            [83, 15, 79, 51, 97, 90, 97, 97, 96, 89, 14, 54, 3],
            figures.Where(figure => figure.Level == "area").Select(figure => figure.Baseline));
        Assert.All(figures.Where(figure => figure.Level is "district" or "quadrant"), figure => Assert.Null(figure.Baseline));
    }

    /// <summary>Continuity of carer and initial health assessments in City and Hackney (H19-10, H19-25).</summary>
    [Fact]
    public async Task Compute_Hackney201903_GivesTheSharesOfTheReport()
    {
        var tables = new MonthTables(await TestProfiles.ShippedAsync("hackney")).Return("continuity-of-carer", "area", "CH", "2019-03", 289, 1000);
        for (var child = 1; child <= 100; child++)
        {
            // The twentieth working day after Monday 11 February 2019 is Monday 11 March.
            tables.Person(child, "2010-01-01", "CH-N1").Add("SRPatientGroups", new { IDPatient = child, Name = "Looked After Child", DateEvent = "2019-02-11" });
            if (child <= 90)
            {
                tables.Code(child, "YHa50", child <= 64 ? "2019-03-11 16:00" : "2019-03-12");
            }
        }

        var figures = await IndicatorCalculator.ComputeAsync(await tables.ContextAsync("2019-03"), CancellationToken.None);

        var carer = Assert.Single(figures, figure => figure is { Indicator: "continuity-of-carer", Level: "area" });
        Assert.Equal((28.9, 20.0, "tick", "green"), (carer.Value, carer.Target, carer.Mark, carer.Rag));
        var assessments = Assert.Single(figures, figure => figure is { Indicator: "lac-iha-20-days", Level: "area" });
        Assert.Equal((64.0, 64.0, 100.0), (assessments.Value, assessments.Numerator, assessments.Denominator));
        Assert.Equal(("cross", "red"), (assessments.Mark, assessments.Rag));
    }

    /// <summary>Born 56 days before a day of the month and 30 days before another: new birth and six to eight week reviews, feeding, and the groups.</summary>
    private static void AddInfants(MonthTables tables)
    {
        var number = 0;
        AddCohort(tables, 1000, "2014-02-01", 97, child =>
        {
            tables.Code(child, "YCa28", "2014-02-11").Code(child, "YCa30", "2014-03-20");
            if (++number <= 51)
            {
                tables.Code(child, number % 2 == 0 ? "YCa44" : "YCa45", "2014-03-20");
            }
            else
            {
                tables.Code(child, "YCa46", "2014-03-20");
            }
        });
        for (var child = 1000; child < 1054; child++)
        {
            tables.Code(child, "YCa02", "2014-03-01");
            if (child < 1014)
            {
                tables.Add("SRPersonAtRisk", new { IDPatient = child, ProtectionPlan = true, DateAdded = "2014-03-31" });
            }

            if (child < 1003)
            {
                tables.Add("SRPatientGroups", new { IDPatient = child, Name = "Looked After Child", DateEvent = "2014-03-01" });
            }
        }
    }

    /// <summary>A hundred children of Hillfields, of whom so many have what is counted.</summary>
    private static void AddCohort(MonthTables tables, long first, string birth, int met, Action<long> add)
    {
        for (var child = first; child < first + 100; child++)
        {
            tables.Person(child, birth, "CV-R03");
            if (child < first + met)
            {
                add(child);
            }
        }
    }

    private static void AddDoses(MonthTables tables, long child, params (int Content, string Day)[] doses) =>
        tables.Add("SRImmunisation", doses.Select(dose => new { IDPatient = child, IDImmunisationContent = dose.Content, DateEvent = dose.Day }));
}
