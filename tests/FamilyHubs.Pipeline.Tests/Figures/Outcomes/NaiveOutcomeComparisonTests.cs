using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Tests.Figures.Families;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

/// <summary>Outcomes, practitioners and families against a second implementation and against each other, on random small areas.</summary>
public sealed class NaiveOutcomeComparisonTests
{
    private const int SeedCount = 80;
    private static readonly string[] Statuses = ["active", "achieved", "notAchieved", "unknown", "movedAway", "disengaged"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AgreesWithTheNaiveOutcomes(int seed)
    {
        var profile = await RandomPlanArea.ProfileAsync(seed);
        var rows = new RandomPlanArea(seed).Generate();
        var naive = new NaiveOutcomes(profile, rows, SmallArea.AsOf);

        var computation = await ComputeAsync(seed);

        List<string> expected = [];
        List<string> expectedPractitioners = [];
        foreach (var measure in profile.OutcomeMeasures.Where(measure => measure.Kind == "episode"))
        {
            var cohort = naive.Cohort(measure);
            var counted = cohort.SelectMany(plan => naive.Places(plan.IDPatient!.Value).SelectMany(place => new[] { null, NaiveOutcomes.YearOf(plan.DateEvent!.Value) }.Select(year => (place, year, plan))));
            expected.AddRange(counted.GroupBy(row => (row.place, row.year))
                .Select(place => $"{measure.Id} {place.Key.place} {place.Key.year} {Counts(place.Select(row => naive.Status(row.plan)))}"));
            expectedPractitioners.AddRange(cohort.Where(plan => naive.Places(plan.IDPatient!.Value).Count > 1)
                .GroupBy(plan => plan.IDDoneBy?.ToString(CultureInfo.InvariantCulture) ?? "none")
                .Select(practitioner => $"{practitioner.Key} {measure.Id} {Counts(practitioner.Select(naive.Status))}"));
        }

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            computation.Report.Outcomes.Where(row => row.Cohort > 0)
                .Select(row => $"{row.Measure} {row.Level} {row.Code} {row.StartYear} {row.Cohort} {row.Active} {row.Completed} {row.Abandoned} {row.Achieved}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            expectedPractitioners.Order(StringComparer.Ordinal),
            computation.Report.Practitioners!
                .Select(row => $"{row.PractitionerId} {row.Measure} {row.Cohort} {row.Active} {row.Completed} {row.Abandoned} {row.Achieved}")
                .Order(StringComparer.Ordinal));
        var episodes = profile.OutcomeMeasures.Where(measure => measure.Kind == "episode").SelectMany(measure => naive.Episodes(measure).Select(plan => (measure, plan))).ToArray();
        Assert.Contains(
            new Finding(FindingRules.IneligibleEpisode, "SRCarePlanDetail", episodes.Count(row => !naive.IsEligible(row.measure.Eligibility, row.plan)), episodes.Length),
            computation.Findings);
        Assert.Contains(
            new Finding(FindingRules.UnmappedOutcome, "SRCarePlanDetail", episodes.Count(row => naive.Status(row.plan) == "unknown"), episodes.Count(row => naive.Status(row.plan) != "active")),
            computation.Findings);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AgreesWithTheNaiveFamilies(int seed)
    {
        var expected = new NaiveFamilies(await RandomPlanArea.ProfileAsync(seed), new RandomPlanArea(seed).Generate(), SmallArea.AsOf).First();

        var families = (await ComputeAsync(seed)).Report.Families!;

        // Plans of one name are written as one of them is; the naive list has them in capitals.
        HashSet<string> teams = ["Team North", "Team South", "13"];
        Assert.Equal(
            expected.Select(family => JsonSerializer.Serialize(family)),
            families.Select(family => JsonSerializer.Serialize(family with
            {
                Support =
                [
                    .. family.Support.Where(teams.Contains),
                    .. family.Support.Where(text => !teams.Contains(text)).Select(text => text.ToUpperInvariant()).Order(StringComparer.Ordinal),
                ],
            })));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AddsUp(int seed)
    {
        var report = (await ComputeAsync(seed)).Report;

        Assert.All(report.Outcomes, row => Assert.Equal(row.Cohort, row.Active + row.Completed + row.Abandoned));
        Assert.All(report.Outcomes, row => Assert.True(row.Achieved <= row.Completed && (row.AchievedPercentage is null || (row.Lower <= row.AchievedPercentage && row.AchievedPercentage <= row.Upper))));
        foreach (var measure in report.Outcomes.GroupBy(row => (row.Measure, row.StartYear)))
        {
            var area = measure.Single(row => row.Level == "area").Cohort;
            Assert.All(new[] { "quadrant", "district", "team" }, level => Assert.Equal(area, measure.Where(row => row.Level == level).Sum(row => row.Cohort)));
        }

        foreach (var place in report.Outcomes.GroupBy(row => (row.Measure, row.Level, row.Code)))
        {
            Assert.Equal(place.Single(row => row.StartYear is null).Achieved, place.Where(row => row.StartYear is not null).Sum(row => row.Achieved));
        }

        foreach (var measure in report.Outcomes.Where(row => row is { Level: "area", StartYear: null }))
        {
            Assert.Equal(measure.Cohort, report.Practitioners!.Where(row => row.Measure == measure.Measure).Sum(row => row.Cohort));
        }
    }

    [Fact]
    public async Task RandomAreas_Together_HaveEveryKindOfFigure()
    {
        List<MonthlyReport> reports = [];
        HashSet<string> statuses = [];
        var (eligible, ineligible) = (0, 0);
        for (var seed = 1; seed <= SeedCount; seed++)
        {
            var profile = await RandomPlanArea.ProfileAsync(seed);
            var naive = new NaiveOutcomes(profile, new RandomPlanArea(seed).Generate(), SmallArea.AsOf);
            statuses.UnionWith(naive.Cohort(profile.OutcomeMeasures[0]).Select(naive.Status));
            var plans = naive.Episodes(profile.OutcomeMeasures[0]);
            eligible += plans.Count(plan => naive.IsEligible(profile.OutcomeMeasures[0].Eligibility, plan));
            ineligible += plans.Count(plan => !naive.IsEligible(profile.OutcomeMeasures[0].Eligibility, plan));
            reports.Add((await ComputeAsync(seed)).Report);
        }

        Assert.Equal(Statuses.Order(StringComparer.Ordinal), statuses.Order(StringComparer.Ordinal));
        Assert.True(eligible > 50 && ineligible > 50, $"{eligible} eligible, {ineligible} not");
        Assert.All(new[] { "A", "M", "W" }, measure => Assert.Contains(reports, report => report.Outcomes.Any(row => row.Measure == measure && row is { Level: "area", Cohort: > 1 })));
        Assert.All(new[] { "unknown", "outside", "team" }, level => Assert.Contains(reports, report => report.Outcomes.Any(row => row.Level == level && row.Cohort > 0)));
        Assert.Contains(reports, report => report.Families!.Any(family => family.Support.Count > 1 && family.Measures.Count > 1));
        Assert.Contains(reports, report => report.Families!.Any(family => !family.Reasons.Contains("not reached")));
        Assert.Contains(reports, report => report.Families!.Any(family => family.Reasons.Contains("not reached") && family.LastContact is not null));
    }

    private static async Task<MonthlyComputation> ComputeAsync(int seed) => await MonthlyReportBuilder.BuildAsync(
        await RandomPlanArea.ProfileAsync(seed),
        new RandomPlanArea(seed).Generate().ToTables(batchRows: seed),
        Month.Of(SmallArea.AsOf),
        new MonthlyOptions(Practitioners: true, Families: true),
        CancellationToken.None);

    private static string Counts(IEnumerable<string> statuses)
    {
        string[] all = [.. statuses];
        int Count(params string[] some) => all.Count(some.Contains);
        return $"{all.Length} {Count("active")} {Count("achieved", "notAchieved", "unknown")} {Count("movedAway", "disengaged")} {Count("achieved")}";
    }
}
