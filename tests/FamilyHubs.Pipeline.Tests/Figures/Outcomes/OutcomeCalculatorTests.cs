using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

public sealed class OutcomeCalculatorTests
{
    private const string Achieved = "Outcome achieved";
    private const string NotAchieved = "Outcome not achieved";

    [Theory]
    [InlineData(null, null, null, "active")]
    [InlineData("2019-03-31", null, null, "unknown")]
    [InlineData("2019-04-01", null, null, "active")]
    [InlineData("2019-04-01", Achieved, null, "active")]
    [InlineData("2019-03-31", Achieved, "2019-05-01", "achieved")]
    [InlineData(null, Achieved, "2019-03-31T23:59:59", "achieved")]
    [InlineData(null, Achieved, "2019-04-01", "active")]
    [InlineData(null, Achieved, null, "achieved")]
    [InlineData(null, " GOAL met ", null, "achieved")]
    [InlineData(null, "3001", null, "achieved")]
    [InlineData(null, "3999", null, "unknown")]
    [InlineData(null, NotAchieved, null, "notAchieved")]
    [InlineData(null, "Moved out of area", null, "abandoned")]
    [InlineData(null, "Declined further support", null, "abandoned")]
    [InlineData(null, "Closed, see notes", null, "unknown")]
    [InlineData("2019-03-01", "  ", null, "unknown")]
    [InlineData(null, "  ", null, "active")]
    public async Task Compute_PlanWithoutReview_HasItsStatus(string? discontinued, string? outcome, string? recorded, string expected)
    {
        var area = Adult(1).Add("SRConfiguredListOption", new { RowIdentifier = 3001, ConfiguredListOption = "Goal met" });
        area.Add("SRCarePlanDetail", Plan(10, 1, "2019-01-10", "Plan A", discontinued, outcome, recorded));

        Assert.Equal(expected, Status(await RowAsync(area)));
    }

    [Theory]
    [InlineData("2019-03-31T12:00:00", Achieved, null, null, "achieved")]
    [InlineData("2019-04-01", Achieved, null, null, "active")]
    [InlineData(null, Achieved, null, null, "active")]
    [InlineData("2019-03-01", null, null, null, "active")]
    [InlineData("2019-03-01", Achieved, "2019-03-02", NotAchieved, "notAchieved")]
    [InlineData("2019-03-02", Achieved, "2019-03-01", NotAchieved, "achieved")]
    [InlineData("2019-03-01", Achieved, "2019-03-01", NotAchieved, "notAchieved")]
    [InlineData("2019-03-01", Achieved, "2019-04-02", NotAchieved, "achieved")]
    [InlineData("2019-03-01", Achieved, "2019-03-02", null, "achieved")]
    [InlineData("2019-03-01", "Moved out of area", null, null, "abandoned")]
    [InlineData("2019-03-01", "Something else", null, null, "unknown")]
    public async Task Compute_PlanWithReviews_LastOutcomeByTheMonthsEndDecides(
        string? performed, string? outcome, string? performed2, string? outcome2, string expected)
    {
        var area = Adult(1).Add("SRCarePlanDetail", Plan(10, 1, "2019-01-10"))
            .Add("SRCarePlanReview", new { RowIdentifier = 9, IDCarePlan = 10, DatePerformed = performed, Outcome = outcome })
            .Add("SRCarePlanReview", new { RowIdentifier = 11, IDCarePlan = 10, DatePerformed = performed2, Outcome = outcome2 })
            .Add("SRCarePlanReview", new { RowIdentifier = 12, IDCarePlan = 999, DatePerformed = "2019-03-05", Outcome = "Disengaged" });

        Assert.Equal(expected, Status(await RowAsync(area)));
    }

    [Theory]
    [InlineData(null, Achieved, NotAchieved, "achieved")]
    [InlineData("2019-03-15", null, NotAchieved, "notAchieved")]
    [InlineData("2019-04-15", null, NotAchieved, "active")]
    public async Task Compute_OwnOutcomeAndReview_OwnIsFirstAndDiscontinuationDatesTheEnd(
        string? discontinued, string? own, string? ofReview, string expected)
    {
        var area = Adult(1).Add("SRCarePlanDetail", Plan(10, 1, "2019-01-10", "Plan A", discontinued, own))
            .Add("SRCarePlanReview", new { RowIdentifier = 9, IDCarePlan = 10, DatePerformed = "2019-03-01", Outcome = ofReview });

        Assert.Equal(expected, Status(await RowAsync(area)));
    }

    [Theory]
    [InlineData("2017-03-31T23:59:00", 0)]
    [InlineData("2017-04-01", 1)]
    [InlineData("2019-03-31T23:59:00", 1)]
    [InlineData("2019-04-01", 0)]
    [InlineData(null, 0)]
    public async Task Compute_StartOnTheEdge_CountsFromOutcomesFromToTheMonthsEnd(string? start, int cohort)
    {
        var computation = await ComputeAsync(Adult(1).Add("SRCarePlanDetail", Plan(10, 1, start)));

        Assert.Equal(cohort, Area(computation).Cohort);
        Assert.Contains(new Finding(FindingRules.NoDate, "SRCarePlanDetail", start is null ? 1 : 0, 1), computation.Findings);
    }

    [Theory]
    [InlineData("2019-02-01", 20, "2019-01-31", 21, "active")]
    [InlineData("2019-02-01", 20, "2019-02-01T08:00:00", 9, "achieved")]
    [InlineData("2019-02-01", 9, "2019-02-01", 20, "achieved")]
    [InlineData("2019-02-01", 20, "2019-02-01", 9, "active")]
    [InlineData("2018-03-31", 20, "2018-04-01", 9, "achieved")]
    public async Task Compute_TwoEpisodes_LatestStartThenGreatestRowDecides(string openStart, int openRow, string endedStart, int endedRow, string expected)
    {
        var row = await RowAsync(Adult(1)
            .Add("SRCarePlanDetail", Plan(openRow, 1, openStart))
            .Add("SRCarePlanDetail", Plan(endedRow, 1, endedStart, " plan a2 ", outcome: Achieved)));

        Assert.Equal(expected, Status(row));
    }

    [Fact]
    public async Task Compute_Years_APersonCountsInTheYearOfTheLatestEpisode()
    {
        var computation = await ComputeAsync(Adult(1)
            .Add("SRCarePlanDetail", Plan(10, 1, "2018-03-31"))
            .Add("SRCarePlanDetail", Plan(11, 1, "2018-04-01")));

        Assert.Equal(
            [(null, 1), ("2017/18", 0), ("2018/19", 1)],
            computation.Report.Outcomes.Where(row => row is { Measure: "A", Level: "area" }).Select(row => (row.StartYear, row.Cohort!.Value)));
    }

    [Fact]
    public async Task Compute_MonthBeforeOutcomesCount_HasEmptyCohortsOfNoYear()
    {
        var computation = await Adult(1).ComputeAsync("2017-02", profile => OutcomeProfile.With(profile));

        Assert.All(computation.Report.Outcomes, row => Assert.Equal((null, 0, null), (row.StartYear, row.Cohort!.Value, row.AchievedPercentage)));
        Assert.NotEmpty(computation.Report.Outcomes);
    }

    [Fact]
    public async Task Compute_WhoIsOut_LeavesTheCohort()
    {
        var area = Adult(1).Person(2, "1990-01-01", death: "2019-03-31").Person(3, "1990-01-01", death: "2019-04-01")
            .Add("SRPatient", new { RowIdentifier = 4, DateBirth = "1990-01-01", TestPatient = true })
            .Add("SRPatient", new { RowIdentifier = 5 })
            .Person(6, "1990-01-01").Add("SRNDOptOutPreference", new { IDPatient = 6 });
        for (var person = 1; person <= 7; person++)
        {
            area.Add("SRCarePlanDetail", Plan(10 + person, person, "2019-01-10"));
        }

        var computation = await ComputeAsync(area);

        Assert.Equal(2, Area(computation).Cohort);
        Assert.Equal(2, computation.Report.Outcomes.Where(row => row is { Measure: "A", StartYear: null } && row.Level is not ("quadrant" or "district" or "team")).Sum(row => row.Cohort));
        Assert.Contains(new Finding(FindingRules.EpisodeNoBirth, "SRCarePlanDetail", 1, 3), computation.Findings);
    }

    [Fact]
    public async Task Compute_Places_EachLevelCountsWhoLivesThere()
    {
        var area = Adult(1).Person(2, "1990-01-01", "pB").Person(3, "1990-01-01", "pC").Person(4, "1990-01-01", "pZ").Person(5, "1990-01-01", null)
            .Add("SRTeam", new { RowIdentifier = 70, TeamName = "Team" })
            .Add("SRReferralAllocation", new { RowIdentifier = 1, IDPatient = 2, IDTeam = 70 })
            .Add("SRReferralAllocation", new { RowIdentifier = 2, IDPatient = 4, IDTeam = 70 });
        for (var person = 1; person <= 5; person++)
        {
            area.Add("SRCarePlanDetail", Plan(10 + person, person, "2019-01-10"));
        }

        var rows = (await ComputeAsync(area)).Report.Outcomes.Where(row => row is { Measure: "A", StartYear: null });

        Assert.Equal(
            ["area T 3", "quadrant N 2", "quadrant S 1", "district A 1", "district B 1", "district C 1", "team 70 1", "team none 2", "unknown unknown 1", "outside outside 1"],
            rows.Select(row => $"{row.Level} {row.Code} {row.Cohort}"));
    }

    [Fact]
    public async Task Compute_MeasureOfAQuadrant_CountsItsResidentsAtEveryLevel()
    {
        var area = Adult(1).Person(2, "1990-01-01", "pC").Person(3, "1990-01-01", "pZ").Person(4, "1990-01-01", null);
        for (var person = 1; person <= 4; person++)
        {
            area.Add("SRCarePlanDetail", Plan(10 + person, person, "2019-01-10", "Plan W"));
        }

        var computation = await ComputeAsync(area);

        Assert.Equal(
            ["area T", "quadrant N", "district A", "team none"],
            computation.Report.Outcomes.Where(row => row is { Measure: "W", StartYear: null, Cohort: 1 }).Select(row => $"{row.Level} {row.Code}"));
        Assert.DoesNotContain(computation.Report.Outcomes, row => row is { Measure: "W", Cohort: > 1 });
        Assert.Equal(["none"], computation.Report.Practitioners!.Where(row => row is { Measure: "W", Cohort: 1 }).Select(row => row.PractitionerId));
    }

    [Fact]
    public async Task Compute_MergedMeasure_CountsInTheOneItWasMergedIntoOnce()
    {
        var computation = await ComputeAsync(Adult(1)
            .Add("SRCarePlanDetail", Plan(10, 1, "2019-01-10", "Plan M"))
            .Add("SRCarePlanDetail", Plan(11, 1, "2019-01-11", "Plan X", outcome: Achieved))
            .Add("SRCarePlanDetail", Plan(12, 1, "2019-01-12", "Plan of no measure")));

        var row = Area(computation, "M");
        Assert.Equal((1, 0, 1), (row.Cohort, row.Active, row.Achieved));
        Assert.Equal(["A", "M", "W"], computation.Report.Outcomes.Select(figure => figure.Measure).Distinct());
    }

    [Theory]
    [InlineData(1, 1, 50.0, "green")]
    [InlineData(9, 11, 45.0, "amber")]
    [InlineData(4, 5, 44.44, "red")]
    [InlineData(0, 0, null, null)]
    public async Task Compute_Achieved_IsOfTheCompletedWithAKnownResult(int achieved, int notAchieved, double? percentage, string? rag)
    {
        var area = new MonthlyCase();
        string?[] outcomes = [.. Enumerable.Repeat(Achieved, achieved), .. Enumerable.Repeat(NotAchieved, notAchieved), "Unmapped", "Disengaged", null];
        for (var i = 0; i < outcomes.Length; i++)
        {
            area.Person(i + 1, "1990-01-01").Add("SRCarePlanDetail", Plan(100 + i, i + 1, "2019-01-10", outcome: outcomes[i]));
        }

        var computation = await ComputeAsync(area);
        var year = computation.Report.Outcomes.Single(row => row is { Measure: "A", Level: "area", StartYear: "2018/19" });

        Assert.Equal((achieved + notAchieved + 3, 1, achieved + notAchieved + 1, 1, achieved), (year.Cohort, year.Active, year.Completed, year.Abandoned, year.Achieved));
        Assert.Equal((50d, rag), (year.Target, year.Rag));
        Assert.Equal(percentage is null, year.AchievedPercentage is null);
        Assert.Equal(percentage ?? 0, year.AchievedPercentage ?? 0, 2);
        Assert.Equal(percentage is not null, year.Lower < year.AchievedPercentage && year.AchievedPercentage < year.Upper);
        Assert.Equal((null, null), (Area(computation).Target, Area(computation).Rag));
        Assert.Equal(year.AchievedPercentage, Area(computation).AchievedPercentage);
        Assert.Contains(new Finding(FindingRules.UnmappedOutcome, "SRCarePlanDetail", 1, achieved + notAchieved + 2), computation.Findings);
    }

    [Fact]
    public async Task Compute_Achieved_HasTheWilsonInterval()
    {
        var area = new MonthlyCase();
        for (var i = 0; i < 10; i++)
        {
            area.Person(i + 1, "1990-01-01").Add("SRCarePlanDetail", Plan(100 + i, i + 1, "2019-01-10", outcome: i < 8 ? Achieved : NotAchieved));
        }

        var row = await RowAsync(area);

        // 8 of 10 by the textbook formula.
        Assert.Equal((49.02, 94.33), (Math.Round(row.Lower!.Value, 2), Math.Round(row.Upper!.Value, 2)));
    }

    [Fact]
    public async Task Practitioners_AreThoseOfTheLatestEpisodesOfResidents()
    {
        var area = Adult(1).Person(2, "1990-01-01", "pC").Person(3, "1990-01-01", "pZ").Person(4, "1990-01-01", "pB")
            .Add("SRCarePlanDetail", Plan(10, 1, "2019-01-01", doneBy: 500))
            .Add("SRCarePlanDetail", Plan(11, 1, "2019-01-02", outcome: Achieved, doneBy: 60))
            .Add("SRCarePlanDetail", Plan(12, 2, "2019-01-01", doneBy: 60))
            .Add("SRCarePlanDetail", Plan(13, 3, "2019-01-01", doneBy: 60))
            .Add("SRCarePlanDetail", Plan(14, 4, "2019-01-01", outcome: "Disengaged"))
            .Add("SRCarePlanDetail", Plan(15, 4, "2019-01-01", "Plan M", doneBy: 500));

        var computation = await ComputeAsync(area);

        Assert.Equal(
            [
                new PractitionerFigure("60", "A", 2, 1, 1, 0, 1),
                new PractitionerFigure("500", "M", 1, 1, 0, 0, 0),
                new PractitionerFigure("none", "A", 1, 0, 0, 1, 0),
            ],
            computation.Report.Practitioners!);
    }

    private static MonthlyCase Adult(long id) => new MonthlyCase().Person(id, "1990-01-01");

    private static object Plan(
        long row,
        long person,
        string? start,
        string name = "Plan A",
        string? discontinued = null,
        string? outcome = null,
        string? recorded = null,
        long? doneBy = null) => new
        {
            RowIdentifier = row,
            IDPatient = person,
            NameOfCarePlanUsed = name,
            DateEvent = start,
            DateEventRecorded = recorded,
            DateDiscontinued = discontinued,
            Outcome = outcome,
            IDDoneBy = doneBy,
        };

    private static Task<MonthlyComputation> ComputeAsync(MonthlyCase area) => area.ComputeAsync(change: profile => OutcomeProfile.With(profile));

    private static OutcomeFigure Area(MonthlyComputation computation, string measure = "A") =>
        computation.Report.Outcomes.Single(row => row.Measure == measure && row is { Level: "area", StartYear: null });

    private static async Task<OutcomeFigure> RowAsync(MonthlyCase area) => Area(await ComputeAsync(area));

    /// <summary>Status of the only person of a cohort.</summary>
    private static string Status(OutcomeFigure row)
    {
        Assert.Equal(1, row.Cohort);
        return (row.Active, row.Completed, row.Abandoned, row.Achieved, row.AchievedPercentage) switch
        {
            (1, 0, 0, 0, null) => "active",
            (0, 1, 0, 1, 100.0) => "achieved",
            (0, 1, 0, 0, 0.0) => "notAchieved",
            (0, 1, 0, 0, null) => "unknown",
            (0, 0, 1, 0, null) => "abandoned",
            _ => row.ToString(),
        };
    }
}
