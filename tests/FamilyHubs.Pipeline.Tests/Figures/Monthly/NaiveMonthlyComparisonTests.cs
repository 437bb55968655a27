using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>KPIs and national view against a second implementation and against each other, on random small areas.</summary>
public sealed class NaiveMonthlyComparisonTests
{
    private const int SeedCount = 80;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Build_RandomArea_AgreesWithTheNaiveFigures(int seed)
    {
        var (profile, rows, month) = await AreaAsync(seed);
        var naive = new NaiveMonthly(profile, rows, month);

        var report = await ReportAsync(profile, rows, month, seed);

        Assert.Equal(
            Lines(naive.Kpis().Select(pair => (pair.Key, pair.Value))),
            Lines(report.Kpis.Where(row => row.Denominator > 0)
                .Select(row => ((row.Kpi, row.Level, row.Code, row.Period), (row.Numerator!.Value, row.Denominator!.Value, row.NearMiss!.Value)))));
        Assert.Equal(Lines(naive.National()), Lines(report.National.ToDictionary(row => row.Indicator, row => (row.Numerator, row.Denominator))));
        AssertConsistent(report);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1004)]
    [InlineData(1005)]
    [InlineData(1006)]
    public async Task Quarter_IsTheSumOfItsMonths(int seed)
    {
        var (profile, rows, _) = await AreaAsync(seed);
        profile = profile with { Kpis = [.. profile.Kpis.Select(kpi => kpi with { ComponentRequired = false })] };
        var quarter = Quarter.Parse("2018/19 Q4");

        List<MonthlyReport> months = [];
        foreach (var month in quarter.Months)
        {
            months.Add(await ReportAsync(profile, rows, month, seed));
        }

        foreach (var (kpi, indicator) in new[] { ("2.02", "C2"), ("2.33", "C8i"), ("2.34", "C4"), ("2.35", "C6i") })
        {
            var sums = months.Select(report => report.Kpis.Single(row => row.Kpi == kpi && row is { Level: "area", Period: "month" })).ToArray();
            var national = months[^1].National.Single(row => row.Indicator == indicator);
            Assert.Equal((sums.Sum(row => row.Numerator), sums.Sum(row => row.Denominator)), (national.Numerator, national.Denominator));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task OneYearReviews_OfTheSameBirths_AreNoFewerByFifteenMonthsThanByTwelve(int seed)
    {
        var (profile, rows, month) = await AreaAsync(seed);
        var twelve = profile.National.Single(indicator => indicator.Id == "C4");
        profile = profile with { National = [twelve, profile.National.Single(indicator => indicator.Id == "C5") with { Anchor = twelve.Anchor }] };
        var national = (await ReportAsync(profile, rows, month, seed)).National;
        Assert.Equal(national[0].Denominator, national[1].Denominator);
        Assert.True(national[1].Numerator >= national[0].Numerator, $"{national[1].Numerator} by fifteen months, {national[0].Numerator} by twelve.");
    }

    [Fact]
    public async Task RandomAreas_Together_HaveEveryKindOfFigure()
    {
        List<(string Kpi, string Level, int Numerator, int Denominator, int NearMiss)> kpis = [];
        List<(string Indicator, int? Numerator, int? Denominator)> national = [];
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var (profile, rows, month) = await AreaAsync(seed);
            var naive = new NaiveMonthly(profile, rows, month);
            kpis.AddRange(naive.Kpis().Select(pair => (pair.Key.Kpi, pair.Key.Level, pair.Value.Item1, pair.Value.Item2, pair.Value.Item3)));
            national.AddRange(naive.National().Select(pair => (pair.Key, pair.Value.Item1, pair.Value.Item2)));
        }

        Assert.All(
            new[] { "2.01", "2.02", "2.33", "2.34", "2.35" },
            kpi => Assert.Contains(kpis, row => row.Kpi == kpi && 0 < row.Numerator && row.Numerator < row.Denominator));
        Assert.All(new[] { "2.01", "2.02", "2.35" }, kpi => Assert.Contains(kpis, row => row.Kpi == kpi && row.NearMiss > 0));
        Assert.All(new[] { "team", "unknown", "outside" }, level => Assert.Contains(kpis, row => row.Level == level && row.Denominator > 1));
        Assert.All(
            national.Select(row => row.Indicator).Distinct(),
            indicator => Assert.True(national.Where(row => row.Indicator == indicator).Sum(row => row.Numerator) > 0, $"{indicator} is never met."));
    }

    /// <summary>What holds whatever the records say.</summary>
    private static void AssertConsistent(MonthlyReport report)
    {
        foreach (var rows in report.Kpis.GroupBy(row => (row.Kpi, row.Period)))
        {
            var area = rows.Single(row => row.Level == "area");
            foreach (var level in new[] { "quadrant", "district", "team" })
            {
                var parts = rows.Where(row => row.Level == level).ToArray();
                Assert.Equal(
                    (area.Numerator, area.Denominator, area.NearMiss),
                    (parts.Sum(row => row.Numerator), parts.Sum(row => row.Denominator), parts.Sum(row => row.NearMiss)));
            }

            Assert.All(rows, row => Assert.True(row.Numerator + row.NearMiss <= row.Denominator));
            Assert.All(rows, row => Assert.Equal(row.Denominator == 0, row.Percentage is null));
        }

        var national = report.National.ToDictionary(row => row.Indicator, row => row);
        Assert.True(national["C2"].Numerator + national["C3"].Numerator <= national["C2"].Denominator);
        Assert.Equal(national["C2"].Denominator, national["C3"].Denominator);
        Assert.Equal(national["C6i"].Numerator, national["C6ii"].Denominator);
        Assert.True(national["C8ii"].Numerator + national["C8iii"].Numerator + national["C8iv"].Numerator <= national["C8i"].Numerator);
    }

    private static async Task<(Profile Profile, NaiveReviewExtract Rows, Month Month)> AreaAsync(int seed)
    {
        var month = Month.Parse((seed % 5) switch { 0 => "2019-02", 1 => "2019-04", 2 => "2020-02", _ => "2019-03" });
        var profile = await SmallArea.ProfileAsync() with
        {
            ComponentOnParent = seed % 3 != 0,
            FamilyBirthSpanDays = seed % 4 == 0 ? 1 : 0,
            CountedModes = seed % 6 == 0 ? ["faceToFace", "video"] : ["faceToFace"],
        };
        return (profile, new RandomReviewArea(seed, profile, seed > SeedCount ? new DateOnly(2019, 3, 31) : month.Last).Generate(), month);
    }

    private static async Task<MonthlyReport> ReportAsync(Profile profile, NaiveReviewExtract rows, Month month, int seed) =>
        (await MonthlyReportBuilder.BuildAsync(profile, rows.ToTables(seed), month, new MonthlyOptions(), CancellationToken.None)).Report;

    private static string Lines<T>(IEnumerable<T> rows) =>
        string.Join('\n', rows.Select(row => row?.ToString()).Order(StringComparer.Ordinal));
}
