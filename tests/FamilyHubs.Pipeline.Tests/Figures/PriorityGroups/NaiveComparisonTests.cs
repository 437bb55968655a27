using System.Text.Json;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>The weekly report against a second implementation, field by field, on random small areas.</summary>
public sealed class NaiveComparisonTests
{
    private const int SeedCount = 80;
    private static readonly IsoWeek Week = IsoWeek.Of(SmallArea.AsOf);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AgreesWithTheNaiveReport(int seed)
    {
        var profile = await SmallArea.ProfileAsync() with
        {
            CombinationBasis = seed % 3 == 0 ? "family" : "child",
            CombinationMinimum = seed % 10 == 0 ? 2 : 3,
            TopCombinations = seed % 4 == 0 ? 1 : 5,
        };
        var rows = new RandomArea(seed).Generate();
        var tables = rows.ToTables(batchRows: seed);
        var options = new WeeklyOptions(ChildList: true, AllCombinations: seed % 2 == 0);
        var expectedBefore = new NaiveWeeklyReport(profile, rows, Week.Previous).Build(null, children: true, options.AllCombinations);
        var expected = new NaiveWeeklyReport(profile, rows, Week).Build(expectedBefore, children: true, options.AllCombinations);

        var before = await WeeklyReportBuilder.BuildAsync(profile, tables, Week.Previous, null, options, CancellationToken.None);
        var report = await WeeklyReportBuilder.BuildAsync(profile, tables, Week, before, options, CancellationToken.None);

        AssertSame(expectedBefore, before);
        AssertSame(expected, report);
    }

    [Fact]
    public async Task RandomAreas_Together_HaveEveryKindOfFigure()
    {
        var profile = await SmallArea.ProfileAsync();

        var reports = Enumerable.Range(1, SeedCount).Select(seed => new NaiveWeeklyReport(profile, new RandomArea(seed).Generate(), Week).Build(null, children: true, all: true)).ToArray();

        Assert.Contains(reports, report => report.Triples.Any(set => set.Children > 1));
        Assert.Contains(reports, report => report.Combinations.Any(set => set.Groups.Count > 3));
        Assert.Contains(reports, report => report.ChildList!.Any(child => child.LastMeaningfulReach is not null));
        Assert.Contains(reports, report => report.MeaningfulReach.Any(reach => reach.Percentage is > 0 and < 100));
        Assert.All(
            new[] { "unknown", "outside", "team" },
            level => Assert.Contains(reports, report => report.UnderFivesByGroup.Any(figure => figure.Level == level && figure.Children > 0)));
        Assert.All(
            profile.PriorityGroups,
            group => Assert.Contains(reports, report => report.Groups.Any(figure => figure.Group == group.Code && figure is { Adults: > 0, Children: > 0 })));
    }

    private static void AssertSame(WeeklyReport expected, WeeklyReport actual)
    {
        Assert.Equal(Lines(expected.Totals), Lines(actual.Totals));
        Assert.Equal(Lines(expected.Groups), Lines(actual.Groups));
        Assert.Equal(Lines(expected.UnderFivesByDistrict), Lines(actual.UnderFivesByDistrict));
        Assert.Equal(Lines(expected.UnderFivesByGroup), Lines(actual.UnderFivesByGroup));
        Assert.Equal(Lines(expected.Combinations), Lines(actual.Combinations));
        Assert.Equal(Lines(expected.Triples), Lines(actual.Triples));
        Assert.Equal(Lines(expected.MeaningfulReach), Lines(actual.MeaningfulReach));
        Assert.Equal(Lines(expected.Change), Lines(actual.Change));
        Assert.Equal(Lines(expected.ChildList!), Lines(actual.ChildList!));
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
    }

    private static IEnumerable<string> Lines<T>(IEnumerable<T> figures) => figures.Select(figure => JsonSerializer.Serialize(figure));
}
