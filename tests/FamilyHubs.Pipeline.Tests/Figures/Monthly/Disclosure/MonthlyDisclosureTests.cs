using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.Monthly.Disclosure;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;

public sealed class MonthlyDisclosureTests : IAsyncLifetime
{
    private static readonly DisclosureRule Five = new(5, 0);
    private static readonly Month March = new(2019, 3);
    private Profile _profile = null!;

    public async Task InitializeAsync() => _profile = (await ProfileCatalog.Shipped.FindAsync("essex", CancellationToken.None))!.Profile!;

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 4000)]
    [InlineData(3, 30000)]
    public void Apply_RandomReport_ShowsNoSmallCountAndWhatItShowsIsTrue(int seed, int children)
    {
        var report = new MadeUpArea(_profile, seed, children).Report(March);

        var published = MonthlyDisclosure.Apply(report, Five, _profile);

        foreach (var (row, shown) in report.Kpis.Zip(published.Kpis))
        {
            Check(row.Denominator, shown.Denominator);
            Check(row.Numerator, shown.Numerator);
            Assert.Null(shown.NearMiss);
            Assert.False(shown.Numerator is { } met && shown.Denominator - met is > 0 and < 5);
            AssertGoTogether(shown.Numerator, shown.Percentage, shown.Lower, shown.Upper, shown.Mark, shown.Rag, row.Percentage);
            Assert.Equal(shown.Suppressed, shown.Numerator is null);
        }

        foreach (var (row, shown) in report.Outcomes.Zip(published.Outcomes))
        {
            Check(row.Cohort, shown.Cohort);
            Check(row.Active, shown.Active);
            Check(row.Completed, shown.Completed);
            Check(row.Abandoned, shown.Abandoned);
            Check(row.Achieved, shown.Achieved);
            AssertGoTogether(shown.Achieved, shown.AchievedPercentage, shown.Lower, shown.Upper, shown.Rag, shown.Rag, row.AchievedPercentage);
        }

        foreach (var (row, shown) in report.Caseload.Zip(published.Caseload))
        {
            Check(row.Count, shown.Count);
            Assert.Equal(shown.Count is null ? null : row.PerWte, shown.PerWte);
        }

        foreach (var (row, shown) in report.DataQuality.Zip(published.DataQuality))
        {
            Check((int?)row.Failed, (int?)shown.Failed);
            Assert.Equal(shown.Failed is null ? null : row.Percentage, shown.Percentage);
        }

        Assert.Contains(published.Kpis, row => row.Suppressed);
        Assert.Contains(published.Kpis, row => !row.Suppressed);

        static void Check(int? before, int? after)
        {
            if (before is > 0 and < 5)
            {
                Assert.Null(after);
            }
            else if (after is not null)
            {
                Assert.Equal(before, after);
            }
        }
    }

    [Theory]
    [InlineData(11, 500)]
    [InlineData(12, 4000)]
    [InlineData(13, 30000)]
    public void Apply_RandomReport_GivesTheAttackerNothing(int seed, int children)
    {
        var report = new MadeUpArea(_profile, seed, children).Report(March);
        var (rule, places, reports) = (new DisclosureRuleInForce(Five, _profile), new DisclosurePlaces(_profile.Geography), DisclosedReport.All(report, []));

        AssertSafe(new KpiDisclosure(reports, rule, places).Counts);
        AssertSafe(new OutcomeDisclosure(reports, "OM01", rule, places).Counts);
        AssertSafe(new CaseloadDisclosure(reports, rule, places).Counts);
        AssertSafe(new QualityDisclosure(reports, rule, places).Counts);

        // The same tables with the small counts alone hidden are opened: the attacker is worth its name.
        var table = new KpiDisclosure(reports, rule, places).Counts.Table;
        Assert.Contains(
            DisclosureAttack.Recover(table, [.. table.Cells.Select(cell => cell.Value is > 0 and < 5)]), found => found.Value is > 0 and < 5);
    }

    [Theory]
    [InlineData(21, 3000, 0)]
    [InlineData(22, 8000, 40)]
    [InlineData(23, 15000, 200)]
    public void Apply_MonthsAndRevisionsTogether_GiveTheReaderNothing(int seed, int children, int late)
    {
        var area = new MadeUpArea(_profile, seed, children);
        var reader = new KpiReader(_profile);
        List<MonthlyPublication> kept = [];
        foreach (var month in new[] { new Month(2019, 1), new Month(2019, 2), March, March })
        {
            var report = area.Report(month);
            var published = MonthlyDisclosure.Apply(report, Five, _profile, kept);
            kept.Insert(0, new MonthlyPublication(report, published));
            reader.Read(report, published, area.Months());
            area.Late(late);
        }

        Assert.Empty(reader.Found());
    }

    [Fact]
    public void Apply_RangesThatNothingConnects_AreNoSumOfEachOther()
    {
        // A year and, from other data, months inside it: they meet at no end, so that neither says anything of the other.
        var series = new CountSeries("test", weight: 0);
        series.Add(new CountCell("area", "A", new MonthRange(new Month(2018, 1), new Month(2018, 12)), 5, CountState.Shown));
        series.Add(new CountCell("area", "A", new MonthRange(new Month(2018, 4), new Month(2018, 5)), 9, CountState.ShownEarlier));
        series.Add(new CountCell("area", "A", new MonthRange(new Month(2018, 4), new Month(2018, 4)), 4, CountState.ShownEarlier));
        var table = new DisclosureTable();

        series.Build(table);

        Assert.Equal(9, table.Cells[Assert.Single(table.Sums).Total].Value);
    }

    [Fact]
    public void Apply_MonthsEachByItself_GiveTheReaderSomething()
    {
        // Without what readers have already, the same months do give counts away: the test above can fail.
        var area = new MadeUpArea(_profile, 21, 3000);
        var reader = new KpiReader(_profile);
        foreach (var month in new[] { new Month(2019, 1), new Month(2019, 2), March })
        {
            var report = area.Report(month);
            reader.Read(report, MonthlyDisclosure.Apply(report, Five, _profile), area.Months());
        }

        Assert.NotEmpty(reader.Found());
    }

    [Fact]
    public void Apply_CountOfFourBecomesFive_IsNotTheDifferenceOfTwoRevisions()
    {
        var geography = _profile.Geography;
        var first = Caseload(4, 40, 56);
        var published = MonthlyDisclosure.Apply(first, Five, _profile);
        var second = Caseload(5, 40, 56);

        var revised = MonthlyDisclosure.Apply(second, Five, _profile, [new MonthlyPublication(first, published)]);

        Assert.Null(Of(published, 0));
        Assert.Null(Of(published, 1));
        // The 40 did not change: shown now, it would give the 4 of before away.
        Assert.Null(Of(revised, 1));
        var whole = revised.Caseload.Single(row => row.Level == "quadrant").Count;
        Assert.True(whole is null || new[] { 0, 1, 2 }.Count(n => Of(revised, n) is null) > 1);

        // By itself the second revision shows everything.
        Assert.All(MonthlyDisclosure.Apply(second, Five, _profile).Caseload, row => Assert.NotNull(row.Count));

        MonthlyReport Caseload(params int[] counts)
        {
            var quadrant = geography.Quadrants.First(q => q.Districts.Count == 3);
            return Empty() with
            {
                Caseload =
                [
                    new CaseloadFigure("quadrant", quadrant.Code, "universal", counts.Sum(), null, null),
                    .. counts.Select((count, number) => new CaseloadFigure("district", quadrant.Districts[number].Code, "universal", count, null, null)),
                ],
            };
        }

        int? Of(MonthlyReport report, int district) => report.Caseload.Where(row => row.Level == "district").ElementAt(district).Count;
    }

    [Fact]
    public void Apply_RevisionWithoutChange_ShowsNoMoreThanTheFirst()
    {
        var report = new MadeUpArea(_profile, 41, 4000).Report(March);
        var first = MonthlyDisclosure.Apply(report, Five, _profile);

        var second = MonthlyDisclosure.Apply(report, Five, _profile, [new MonthlyPublication(report, first)]);

        Assert.Equal(first.Kpis, second.Kpis);
        Assert.All(first.Outcomes.Zip(second.Outcomes), rows => Assert.True(
            (rows.First.Cohort is not null || rows.Second.Cohort is null) && (rows.First.Active is not null || rows.Second.Active is null)
            && (rows.First.Completed is not null || rows.Second.Completed is null) && (rows.First.Achieved is not null || rows.Second.Achieved is null)));
        Assert.Equal(first.Caseload, second.Caseload);
        Assert.Equal(first.DataQuality, second.DataQuality);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(8, 5)]
    public void Apply_RoundingRule_RoundsCountsAndComputesTheRestFromThem(int threshold, int roundTo)
    {
        var report = new MadeUpArea(_profile, 51, 20000).Report(March);

        var published = MonthlyDisclosure.Apply(report, new DisclosureRule(threshold, roundTo), _profile);

        Assert.All(published.Kpis, row => Assert.True(Rounded(row.Numerator) && Rounded(row.Denominator)));
        Assert.All(published.Kpis.Where(row => row.Percentage is not null), row =>
        {
            Assert.Equal(Percentage.Of(row.Numerator!.Value, row.Denominator!.Value), row.Percentage);
            Assert.Equal(Wilson.Interval(row.Numerator!.Value, row.Denominator!.Value, _profile.Confidence.Z)!.Value.Lower, row.Lower);
            Assert.Equal(Rag.Of(TargetDifference.Of(row.Numerator!.Value, row.Denominator!.Value, row.Target, false), _profile.Rag.AmberBand), row.Rag);
        });
        Assert.All(published.Outcomes, row => Assert.True(Rounded(row.Cohort) && Rounded(row.Active) && Rounded(row.Achieved)));
        Assert.All(published.Caseload, row => Assert.True(Rounded(row.Count) && (row.Count is null || row.PerWte == row.Count / row.Wte)));
        Assert.All(published.DataQuality, row => Assert.True(Rounded((int?)row.Failed) && Rounded((int?)row.Checked)));

        bool Rounded(int? count) => count is null || count % roundTo == 0;
    }

    [Fact]
    public void Apply_RuleThatIsOff_GivesTheFiguresWithoutTheLists()
    {
        var report = new MadeUpArea(_profile, 61, 100).Report(March);

        var published = MonthlyDisclosure.Apply(report, new DisclosureRule(0, 0), _profile);

        Assert.Equal(report with { Practitioners = null, Families = null }, published);
    }

    [Fact]
    public void Apply_ListsOfPractitionersAndFamilies_AreDropped()
    {
        var published = MonthlyDisclosure.Apply(new MadeUpArea(_profile, 61, 100).Report(March), Five, _profile);

        Assert.Null(published.Practitioners);
        Assert.Null(published.Families);
    }

    [Fact]
    public void Apply_PublishedReport_IsRefused()
    {
        var published = MonthlyDisclosure.Apply(new MadeUpArea(_profile, 71, 500).Report(March), Five, _profile);

        Assert.Throws<ArgumentException>(() => MonthlyDisclosure.Apply(published, Five, _profile));
    }

    [Fact]
    public void Apply_FiguresThatContradictEachOther_AreRefused()
    {
        var report = new MadeUpArea(_profile, 71, 500).Report(March);

        Assert.Throws<InvalidOperationException>(() => MonthlyDisclosure.Apply(
            report with { Kpis = [.. report.Kpis.Select((row, number) => number == 0 ? row with { Denominator = row.Denominator - 10, Numerator = 0, NearMiss = 0 } : row)] }, Five, _profile));
    }

    private static void AssertGoTogether(int? count, double? percentage, double? lower, double? upper, string? mark, string? rag, double? before)
    {
        if (count is null)
        {
            Assert.True(percentage is null && lower is null && upper is null && mark is null && rag is null);
        }
        else
        {
            Assert.Equal(before, percentage);
        }
    }

    private static void AssertSafe(CountTable counts)
    {
        var exposed = DisclosureAttack.Recover(counts.Table, counts.Suppressed)
            .Where(found => counts.Table.Cells[found.Cell].IsShown ? counts.Suppressed[found.Cell] : found.Value is > 0 and < 5);
        Assert.Empty(exposed);
    }

    private MonthlyReport Empty() => new(_profile.Area, "2019-03", "20190401_0200", _profile.DefinitionVersion, [], [], [], [], [], []);
}
