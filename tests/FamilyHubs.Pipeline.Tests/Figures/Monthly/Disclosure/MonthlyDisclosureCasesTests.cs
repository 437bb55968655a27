using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;

/// <summary>Reports by hand, each with one way to work a small count out.</summary>
public sealed class MonthlyDisclosureCasesTests : IAsyncLifetime
{
    private static readonly DisclosureRule Five = new(5, 0);
    private Profile _profile = null!;

    public async Task InitializeAsync() => _profile = (await ProfileCatalog.Shipped.FindAsync("essex", CancellationToken.None))!.Profile!;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Apply_IndicatorOfAReturn_HidesSmallCountsAndKeepsAPartnersOwnPercentage()
    {
        var indicator = _profile.Indicators.First(one => one.Source.Kind == "return" && one.Unit == "percentage").Id;
        var area = _profile.Geography.Area.Code;
        var report = Empty() with
        {
            Indicators =
            [
                Row("2019-01", 3, 40), Row("2019-02", 20, 40), Row("2019-03", null, null),
            ],
        };

        var rows = MonthlyDisclosure.Apply(report, Five, _profile).Indicators;

        Assert.True(rows[0] is { Suppressed: true, Numerator: null, Denominator: 40, Value: null, Mark: null, Rag: null, Baseline: null });
        Assert.True(rows[1] is { Suppressed: false, Numerator: 20, Value: 50, Mark: "tick", Baseline: 60 });
        Assert.True(rows[2] is { Suppressed: false, Value: 50 });

        IndicatorFigure Row(string period, double? numerator, double? denominator) => new(
            indicator, "org", "area", area, period, numerator, denominator, numerator is null ? 50 : 100 * numerator / denominator, 50, 60, "tick", "green");
    }

    [Fact]
    public void Apply_ReturnOfDistrictsAndAreaAlone_IsNotCompletedByAdding()
    {
        // No quadrants in it: the districts themselves add up to the area, and one hidden district must not be the rest.
        var indicator = _profile.Indicators.First(one => one.Source.Kind == "return" && one.Unit == "percentage").Id;
        var districts = _profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => district.Code).ToArray();
        var report = Empty() with
        {
            Indicators =
            [
                Row("area", _profile.Geography.Area.Code, 3 + (30 * (districts.Length - 1)), 60 * districts.Length),
                .. districts.Select((code, index) => Row("district", code, index == 0 ? 3 : 30, 60)),
            ],
        };

        var rows = MonthlyDisclosure.Apply(report, Five, _profile).Indicators;

        Assert.Null(rows[1].Numerator);
        Assert.True(rows[0].Numerator is null || rows.Count(row => row.Numerator is null) > 1);

        IndicatorFigure Row(string level, string code, double numerator, double denominator) => new(
            indicator, "org", level, code, "2019-03", numerator, denominator, 100 * numerator / denominator, 50, 60, "tick", "green");
    }

    [Fact]
    public void Apply_YearToDateHiddenInFebruary_IsNotGivenAwayByMarch()
    {
        // No child reached the age in March: the twelve months of March, which are the year to date, would be the hidden year to date of February.
        var kpi = _profile.Kpis.Single(one => one.Review == "oneYear");
        List<MonthlyPublication> kept = [];
        foreach (var (month, twelve) in new[] { ("2019-02", 14), ("2019-03", 13) })
        {
            var report = Empty() with { Month = month, Kpis = [Row("month", 0), Row("ytd", 13), Row("rolling12", twelve)] };
            kept.Insert(0, new MonthlyPublication(report, MonthlyDisclosure.Apply(report, Five, _profile, kept)));
        }

        Assert.Null(kept[1].Published.Kpis.Single(row => row.Period == "ytd").Denominator);
        Assert.All(kept[0].Published.Kpis.Where(row => row.Period != "month"), row => Assert.Null(row.Denominator));

        KpiFigure Row(string period, int cohort) => new(
            kpi.Id, "district", "E07000071", "Colchester", period, 0, cohort, cohort == 0 ? null : 0, null, null, 95, null, null, 0);
    }

    [Fact]
    public void Apply_LaterRevisionOfAKnownCohort_HidesNothingThatIsKnownAnyway()
    {
        // The cohort was shown and stays shown; with nobody active and nobody gone the completed are the cohort.
        MonthlyReport[] revisions = [Of(active: 1, completed: 5), Of(active: 0, completed: 6)];
        List<MonthlyPublication> kept = [];
        foreach (var report in revisions)
        {
            kept.Insert(0, new MonthlyPublication(report, MonthlyDisclosure.Apply(report, Five, _profile, kept)));
        }

        Assert.True(kept[1].Published.Outcomes[0] is { Cohort: 6, Active: null, Completed: null, Abandoned: 0 });
        Assert.True(kept[0].Published.Outcomes[0] is { Cohort: 6, Active: 0, Completed: 6, Abandoned: 0, Achieved: null });

        MonthlyReport Of(int active, int completed) => Empty() with
        {
            Outcomes = [new OutcomeFigure("OM11", "district", "E07000069", null, 6, active, completed, 0, 4, 100.0 * 4 / completed, 40, 90, null, null) { Known = completed }],
        };
    }

    [Fact]
    public void Apply_NationalQuarterOfAKpi_IsProtectedWithItsMonths()
    {
        // C4 counts the same reviews as the one-year KPI: the quarter less two months is the third.
        var kpi = _profile.Kpis.Single(one => one.Review == "oneYear");
        MonthlyReport[] months = [Of("2019-01", 38, 40, 38), Of("2019-02", 60, 100, 98), Of("2019-03", 50, 100, 148)];
        List<MonthlyPublication> kept = [];
        foreach (var report in months)
        {
            kept.Insert(0, new MonthlyPublication(report, MonthlyDisclosure.Apply(report, Five, _profile, kept)));
        }

        // Two of forty were not reviewed in January, so that its numerator is hidden; then no two of the others may show it.
        Assert.Null(kept[2].Published.Kpis[0].Numerator);
        Assert.Null(kept[2].Published.National[0].Numerator);
        Assert.True(kept[1].Published.Kpis[0].Numerator is null || kept[1].Published.National[0].Numerator is null);

        MonthlyReport Of(string month, int met, int cohort, int toDate) => Empty() with
        {
            Month = month,
            Kpis = [new KpiFigure(kpi.Id, "area", _profile.Geography.Area.Code, "Essex", "month", met, cohort, 100.0 * met / cohort, 1, 2, 95, "red", "cross", 0)],
            National = [new NationalFigure("C4", "2018/19 Q4", toDate, 40 + (month == "2019-01" ? 0 : month == "2019-02" ? 100 : 200), 1)],
        };
    }

    [Fact]
    public void Apply_HomesLookedUp_DoNotGiveAwayChildrenWithoutHome()
    {
        var area = _profile.Geography.Area.Code;
        var report = Empty() with
        {
            DataQuality =
            [
                new DataQualityFigure("child-no-home", "SRPatientAddressHistory", "area", area, 3, 1000, 0.3),
                new DataQualityFigure("home-not-in-reference", "SRPatientAddressHistory", "area", area, 50, 997, 5),
            ],
        };

        var rows = MonthlyDisclosure.Apply(report, Five, _profile).DataQuality;

        Assert.Null(rows[0].Failed);
        Assert.True(rows[0].Checked is null || rows[1].Checked is null);
    }

    private MonthlyReport Empty() => new(_profile.Area, "2019-03", "20190401_0200", _profile.DefinitionVersion, [], [], [], [], [], []);
}
