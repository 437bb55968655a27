using System.Runtime.CompilerServices;
using System.Text.Json;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Figures.Caseload;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Caseload;

/// <summary>The caseload against a second implementation, field by field, on random small areas.</summary>
public sealed class CaseloadComparisonTests
{
    private const int SeedCount = 70;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Compute_RandomArea_AgreesWithTheNaiveCaseload(int seed)
    {
        var (profile, rows, more) = await AreaAsync(seed);

        var figures = await ComputeAsync(profile, rows, more, seed);

        var expected = new NaiveCaseload(profile, rows, more, SmallArea.AsOf.ToDateTime(TimeOnly.MinValue)).Figures();
        Assert.Equal(Lines(expected), Lines(figures));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Compute_RandomArea_LevelsAndPlacesAddUp(int seed)
    {
        var (profile, rows, more) = await AreaAsync(seed);

        var figures = await ComputeAsync(profile, rows, more, seed);

        foreach (var tier in figures.GroupBy(figure => figure.Tier))
        {
            var area = tier.Single(figure => figure.Level == "area").Count;
            Assert.All(new[] { "quadrant", "district", "team" }, level => Assert.Equal(area, tier.Where(figure => figure.Level == level).Sum(figure => figure.Count)));
        }

        // A child has one level, so that no plan has more children than all levels together.
        foreach (var place in figures.GroupBy(figure => (figure.Level, figure.Code)))
        {
            var children = place.Where(figure => profile.Tiers.Any(tier => tier.Kind == "level" && tier.Code == figure.Tier)).Sum(figure => figure.Count);
            Assert.All(place, figure => Assert.InRange(figure.Count!.Value, 0, children!.Value));
        }
    }

    [Fact]
    public async Task RandomAreas_Together_HaveEveryTierAndLevel()
    {
        List<CaseloadFigure> all = [];
        for (var seed = 1; seed <= SeedCount; seed++)
        {
            var (profile, rows, more) = await AreaAsync(seed);
            all.AddRange(new NaiveCaseload(profile, rows, more, SmallArea.AsOf.ToDateTime(TimeOnly.MinValue)).Figures());
        }

        var counted = all.Where(figure => figure.Count > 0).ToList();
        Assert.Superset(
            new HashSet<string> { "universal", "universalPlus", "partnershipPlus", "cafLevel2Lead", "childInNeed", "protectionPlan", "partnership-plus-families" },
            counted.Select(figure => figure.Tier).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "area", "quadrant", "district", "team", "unknown", "outside" }, counted.Select(figure => figure.Level).ToHashSet());
        Assert.Contains(counted, figure => figure.PerWte > 0 && figure.Level == "team");
    }

    private static IEnumerable<string> Lines(IEnumerable<CaseloadFigure> figures) =>
        figures.Select(figure => JsonSerializer.Serialize(figure)).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<CaseloadFigure>> ComputeAsync(Profile profile, NaiveExtract rows, NaiveCaseloadRows more, int seed)
    {
        var added = new ExtractTablesBuilder().InBatchesOf(seed).Add("SRReferralIn", more.Referrals).Add("Workforce", more.Staff).Build();
        var tables = new JoinedTables(rows.ToTables(batchRows: seed), added);
        var context = await MonthlyContext.LoadAsync(profile, tables, Month.Of(SmallArea.AsOf), CancellationToken.None);
        return await CaseloadCalculator.ComputeAsync(context, CancellationToken.None);
    }

    /// <summary>The random area of the weekly report with referrals, levels and staff, and children young enough to be in the caseload.</summary>
    private static async Task<(Profile Profile, NaiveExtract Rows, NaiveCaseloadRows More)> AreaAsync(int seed)
    {
        var profile = await SmallArea.ProfileAsync();
        profile = profile with
        {
            Geography = profile.Geography with { Teams = [new("Team North", "A"), new(" team south", "C"), new("Team East", "C", ["B", "C"])] },
            MonthlyCounts = [.. profile.MonthlyCounts.Where(count => count.Source.Kind == "tierFamilies")],
        };
        var random = new Random(seed * 7919);
        var rows = new RandomArea(seed).Generate();
        var more = new NaiveCaseloadRows();
        var records = 0;
        foreach (var person in rows.Patients.Select(patient => patient.RowIdentifier))
        {
            for (var i = random.Next(4); i > 0; i--)
            {
                more.Referrals.Add(new(person, Day(), Day(), random.Next(2) == 0 ? null : Day()));
            }

            for (var i = random.Next(7); i > 0; i--)
            {
                var code = new[] { "L1", "X1", "L2", "L2", "X2", "P1", "Q1" }[random.Next(7)];
                rows.Codes.Add(new(100_000 + (++records * 7919 % 10_007), person, code, Day(), null));
            }
        }

        string[] teams = ["Team North", "TEAM NORTH ", "Team South", "Team East", "Bank"];
        foreach (var team in teams.Where(_ => random.Next(3) > 0))
        {
            more.Staff.Add(new(random.Next(4) == 0 ? "2019-02" : "2019-03", team, random.Next(4) * 0.7));
        }

        return (profile, rows, more);

        DateTime? Day() => random.Next(5) == 0 ? null : SmallArea.AsOf.ToDateTime(TimeOnly.MinValue).AddDays(random.Next(-9, 3)).AddHours(random.Next(3) * 11);
    }

    private sealed class JoinedTables(IExtractTables first, IExtractTables second) : IExtractTables
    {
        public string Extract => first.Extract;

        public async IAsyncEnumerable<ColumnSet> ReadAsync(string table, IReadOnlyList<ColumnDefinition> columns, [EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (var tables in new[] { first, second })
            {
                await foreach (var rows in tables.ReadAsync(table, columns, cancel))
                {
                    yield return rows;
                }
            }
        }
    }
}
