using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>Indicators of every source against a second implementation, on random small areas.</summary>
public sealed class NaiveIndicatorComparisonTests
{
    private const int SeedCount = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AgreesWithTheNaiveIndicators(int seed)
    {
        var (profile, rows, month) = await AreaAsync(seed);

        var report = (await MonthlyReportBuilder.BuildAsync(profile, rows.ToTables(seed), month, new MonthlyOptions(), CancellationToken.None)).Report;

        var shown = report.Indicators.Where(row => row.Level == "area" || IsReturn(profile, row) || (row.Value is not null && !IsNone(profile, row)));
        Assert.Equal(
            new NaiveIndicators(profile, rows, month).Lines().Order(StringComparer.Ordinal),
            shown.Select(row => NaiveIndicators.Line(
                row.Indicator, row.Level, row.Code, row.Period, row.Numerator, row.Denominator, row.Value, row.Baseline, row.Mark, row.Rag)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RandomAreas_Together_HaveEveryKindOfFigure()
    {
        List<string> lines = [];
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var (profile, rows, month) = await AreaAsync(seed);
            lines.AddRange(new NaiveIndicators(profile, rows, month).Lines());
        }

        string[] wanted =
        [
            "^immunised area .*: [1-9]", "^immunised team 1[12] ", "^breastfed district .*: [1-9]", "^at-risk area .* [1-9]", "^looked-after unknown .* [1-9]",
            "^assessed area .*: [1-9]", "^assessed outside ", "^begun area .*: [1-9]", "^visited quadrant .*: [1-9]", "^smoking team Nobody's ", "^deaths .* Q[1-4]: ",
            " tick green$", " n/a ", " cross amber$", " cross red$",
        ];
        Assert.All(wanted, pattern => Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, pattern)));
    }

    private static bool IsReturn(Profile profile, IndicatorFigure row) =>
        profile.Indicators.Single(indicator => indicator.Id == row.Indicator).Source.Kind == "return";

    private static bool IsNone(Profile profile, IndicatorFigure row) =>
        row.Value is 0 && profile.Indicators.Single(indicator => indicator.Id == row.Indicator).Unit == "count";

    private static async Task<(Profile Profile, NaiveIndicatorExtract Rows, Month Month)> AreaAsync(int seed)
    {
        var month = Month.Parse((seed % 4) switch { 0 => "2019-02", 1 => "2019-04", 2 => "2020-01", _ => "2019-03" });
        var profile = await IndicatorProfile.LoadAsync();
        return (profile, new RandomIndicatorArea(seed, profile, month).Generate(), month);
    }
}
