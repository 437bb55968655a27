using System.Text.Json;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

public sealed class WeeklyDisclosureTests : IAsyncLifetime
{
    private static readonly DisclosureRule Five = new(5, 0);
    private Profile _profile = null!;

    public async Task InitializeAsync() => _profile = (await ProfileCatalog.Shipped.FindAsync("essex", CancellationToken.None))!.Profile!;

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 400)]
    [InlineData(3, 3000)]
    public void Apply_RandomReport_ShowsNoSmallCountAndHidesNoZero(int seed, int people)
    {
        var report = RandomWeeklyReport.Of(seed, people, _profile);

        var published = WeeklyDisclosure.Apply(report, Five, _profile);

        foreach (var (before, after) in report.Totals.Zip(published.Totals))
        {
            Check(before.Memberships, after.Memberships);
            Check(before.People, after.People);
            Check(before.Children, after.Children);
            Check(before.Adults, after.Adults);
            Check(before.ChildMemberships, after.ChildMemberships);
            Check(before.AdultMemberships, after.AdultMemberships);
            Assert.Equal(after.Suppressed, after.Memberships is null || after.People is null || after.Children is null || after.Adults is null
                || after.ChildMemberships is null || after.AdultMemberships is null);
        }
        foreach (var before in report.Groups)
        {
            var after = Assert.Single(published.Groups, row => (row.Level, row.Code, row.Group) == (before.Level, before.Code, before.Group));
            Check(before.Memberships, after.Memberships);
            Check(before.Children, after.Children);
            Check(before.Adults, after.Adults);
        }
        foreach (var before in report.UnderFivesByDistrict)
            Check(before.Children, Assert.Single(published.UnderFivesByDistrict, row => row.Code == before.Code).Children);
        foreach (var before in report.UnderFivesByGroup)
            Check(before.Children, Assert.Single(published.UnderFivesByGroup, row => (row.Level, row.Code, row.Group) == (before.Level, before.Code, before.Group)).Children);

        static void Check(int? before, int? after)
        {
            if (before is > 0 and < 5)
                Assert.Null(after);
            else if (after is not null || before == 0)
                Assert.Equal(before, after);
        }
    }

    [Theory]
    [InlineData(11, 60, false)]
    [InlineData(12, 400, false)]
    [InlineData(13, 400, true)]
    [InlineData(14, 3000, false)]
    public void Apply_RandomReport_GivesTheAttackerNothing(int seed, int people, bool all)
    {
        var report = RandomWeeklyReport.Of(seed, people, _profile, all: all);
        var places = new DisclosurePlaces(_profile.Geography);
        var groups = new WeeklyDisclosureGroups(report, 5, 0, places);
        var underFives = new WeeklyDisclosureUnderFives(report, 5, 0, places);
        var reach = new WeeklyDisclosureReach(report, 5, 0, places);

        AssertSafe(groups.Table, groups.Suppressed);
        AssertSafe(underFives.Table, underFives.Suppressed);
        AssertSafe(reach.Table, reach.Suppressed);

        // The same tables with the small counts alone hidden are opened: the attacker is worth its name.
        Assert.Contains(
            DisclosureAttack.Recover(groups.Table, [.. groups.Table.Cells.Select(cell => cell.Value is > 0 and < 5)]), found => found.Value is > 0 and < 5);
    }

    [Fact]
    public void Apply_PublishedAlone_CannotBeCompletedByAdding()
    {
        // Works on the published report only, without the tables of the product.
        var report = RandomWeeklyReport.Of(21, 500, _profile);
        var published = WeeklyDisclosure.Apply(report, Five, _profile);

        foreach (var quadrant in _profile.Geography.Quadrants)
        {
            var parts = quadrant.Districts.Select(district => published.Totals.Single(row => row.Level == "district" && row.Code == district.Code)).ToArray();
            var whole = published.Totals.Single(row => row.Level == "quadrant" && row.Code == quadrant.Code);
            var hidden = parts.Where(part => part.People is null).ToArray();
            if (whole.People is not { } total)
                continue;
            Assert.NotEqual(1, hidden.Length);
            if (hidden.Length > 0)
                Assert.True(total - parts.Sum(part => part.People ?? 0) >= 5);
        }
    }

    [Fact]
    public void Apply_Groups_AreRankedAnewAndHiddenOnesFollowByName()
    {
        var published = WeeklyDisclosure.Apply(RandomWeeklyReport.Of(31, 500, _profile), Five, _profile);

        foreach (var place in published.Groups.GroupBy(row => (row.Level, row.Code)))
        {
            var shown = place.TakeWhile(row => row.Memberships > 0).ToArray();
            var hidden = place.Skip(shown.Length).TakeWhile(row => row.Memberships is null).ToArray();
            Assert.All(place.Skip(shown.Length + hidden.Length), row => Assert.Equal(0, row.Memberships));
            Assert.All(hidden, row => Assert.True(row.Rank is null && row.Suppressed));
            Assert.Equal(hidden.Select(row => row.Name).Order(StringComparer.Ordinal), hidden.Select(row => row.Name));
            if (place.Key.Level is "unknown" or "outside")
                Assert.All(shown, row => Assert.Null(row.Rank));
            else
                Assert.All(shown, row => Assert.Equal(1 + shown.Count(other => other.Memberships > row.Memberships), row.Rank));
        }
    }

    [Fact]
    public void Apply_SmallCombinations_AreOneLineWithoutGroups()
    {
        var report = RandomWeeklyReport.Of(41, 6000, _profile, all: true);

        var published = WeeklyDisclosure.Apply(report, Five, _profile);

        Assert.All(published.Combinations.Where(row => row.Groups.Count > 0), row => Assert.True(row.Children >= 5 && !row.Suppressed));
        Assert.Contains(published.Combinations, row => row.Groups.Count > 0);
        foreach (var place in report.Combinations.GroupBy(row => (row.Level, row.Code)))
        {
            var rows = published.Combinations.Where(row => (row.Level, row.Code) == place.Key).ToArray();
            var others = rows.Where(row => row.Groups.Count == 0).ToArray();
            Assert.Equal(rows.Count(row => row.Groups.Count > 0) == place.Count() ? 0 : 1, others.Length);
            Assert.All(others, row => Assert.Null(row.Rank));
            if (others is [{ Children: { } count }])
                Assert.Equal(place.Sum(row => row.Children), rows.Sum(row => row.Children));
        }
        Assert.All(published.Triples.Where(row => row.Groups.Count == 0), row => Assert.True(row.Children is null && row.Suppressed && row.Rank is null));
        Assert.All(published.Triples.Where(row => row.Groups.Count > 0), row => Assert.True(row.Children >= 5));
    }

    [Fact]
    public void Apply_CombinationGivenAwayByItsGroups_IsProtected()
    {
        // 20 children share one set; 3 more have the only other one: what the named set leaves of each group would be those 3.
        var row = new CombinationFigure("district", "E07000071", ["PG01", "PG02", "PG03"], 20, 1);
        var small = new CombinationFigure("district", "E07000071", ["PG01", "PG02", "PG04"], 3, 2);
        var report = Empty() with
        {
            Combinations = [row, small],
            UnderFivesByDistrict = [new DistrictUnderFives("E07000071", "Colchester", 23, 1)],
            UnderFivesByGroup = [UnderFives("PG01", 23), UnderFives("PG02", 23), UnderFives("PG03", 20), UnderFives("PG04", 3)],
        };

        var published = WeeklyDisclosure.Apply(report, Five, _profile);

        var others = Assert.Single(published.Combinations);
        Assert.Empty(others.Groups);
        Assert.Equal(23, others.Children);
        Assert.Equal([23, 23, 20, null], published.UnderFivesByGroup.OrderBy(each => each.Group).Select(each => each.Children));

        static GroupUnderFives UnderFives(string group, int children) => new("district", "E07000071", group, group, children, 1);
    }

    [Theory]
    [InlineData("quadrant", "NE")]
    [InlineData("team", "T01")]
    public void Apply_OtherCombinationsAboveADistrict_DoNotGiveItAway(string level, string code)
    {
        // Ten children of the quadrant, seven of them in one of its two districts: the line of the others less the seven would be the other three.
        var report = Empty() with
        {
            Combinations =
            [
                new CombinationFigure(level, code, ["PG01", "PG02", "PG03"], 4, 1),
                new CombinationFigure(level, code, ["PG01", "PG02", "PG04"], 3, 2),
                new CombinationFigure(level, code, ["PG01", "PG02", "PG05"], 3, 2),
            ],
            UnderFivesByDistrict = [new DistrictUnderFives("E07000071", "Colchester", 7, 1), new DistrictUnderFives("E07000076", "Tendring", 3, 2)],
        };

        var published = WeeklyDisclosure.Apply(report, Five, _profile);

        Assert.Null(published.UnderFivesByDistrict.Single(row => row.Code == "E07000076").Children);
        Assert.True(Assert.Single(published.Combinations).Children is null || published.UnderFivesByDistrict.All(row => row.Children is null));
    }

    [Theory]
    [InlineData(15, 60)]
    [InlineData(16, 900)]
    public void Apply_CombinationsOfFamilies_AreNoPartsOfTheOtherTables(int seed, int people)
    {
        // A family is in more groups than its child: more children have a combination than are in three groups themselves.
        var child = RandomWeeklyReport.Of(seed, people, _profile);
        var family = RandomWeeklyReport.Of(seed + 1, 3 * people, _profile);
        var report = child with { Combinations = family.Combinations, Triples = family.Triples };
        var profile = _profile with { CombinationBasis = "family" };

        var published = WeeklyDisclosure.Apply(report, Five, profile);
        var underFives = new WeeklyDisclosureUnderFives(report, 5, 0, new DisclosurePlaces(_profile.Geography), ofFamilies: true);

        AssertSafe(underFives.Table, underFives.Suppressed);
        Assert.Contains(published.Combinations, row => row.Children >= 5);
    }

    [Fact]
    public void Apply_Change_ShowsOnlyWhatBothWeeksShow()
    {
        var before = RandomWeeklyReport.Of(51, 900, _profile);
        var report = RandomWeeklyReport.Of(52, 900, _profile, before);

        var published = WeeklyDisclosure.Apply(report, Five, _profile, before);
        var lastWeek = WeeklyDisclosure.Apply(before, Five, _profile).Groups.ToDictionary(row => (row.Level, row.Code, row.Group), row => row.Memberships);
        var thisWeek = published.Groups.ToDictionary(row => (row.Level, row.Code, row.Group), row => row.Memberships);

        foreach (var row in published.Change)
        {
            var (current, previous) = (thisWeek[(row.Level, row.Code, row.Group)], lastWeek[(row.Level, row.Code, row.Group)]);
            Assert.Equal(current is null || previous is null, row.Suppressed);
            Assert.Equal(row.Suppressed ? null : current, row.Current);
            Assert.Equal(row.Suppressed ? null : previous, row.Previous);
            Assert.Equal(row.Suppressed ? null : current - previous, row.Difference);
        }
        Assert.Contains(published.Change, row => row.Suppressed && thisWeek[(row.Level, row.Code, row.Group)] is not null);
        Assert.Contains(published.Change, row => !row.Suppressed && row.Difference != 0);
    }

    [Fact]
    public void Apply_ChangeWithoutLastWeek_ProtectsItsOwnCounts()
    {
        var before = RandomWeeklyReport.Of(51, 900, _profile);
        var published = WeeklyDisclosure.Apply(RandomWeeklyReport.Of(52, 900, _profile, before), Five, _profile);

        Assert.All(published.Change, row => Assert.False(row.Previous is > 0 and < 5 || row.Current is > 0 and < 5));
        foreach (var group in published.Change.GroupBy(row => row.Group))
            foreach (var quadrant in _profile.Geography.Quadrants)
            {
                var parts = quadrant.Districts.Select(district => group.Single(row => row.Code == district.Code)).ToArray();
                if (group.Single(row => row.Code == quadrant.Code).Previous is not null)
                    Assert.NotEqual(1, parts.Count(part => part.Previous is null && part.Current is not null));
            }
    }

    [Theory]
    [InlineData(0, 40, 0, 0.0, false)]
    [InlineData(38, 40, null, null, true)]
    [InlineData(2, 40, null, null, true)]
    [InlineData(20, 40, 20, 50.0, false)]
    [InlineData(40, 40, 40, 100.0, false)]
    public void Apply_MeaningfulReach_IsAProportion(int ascertained, int contacts, int? shown, double? percentage, bool suppressed)
    {
        var report = Empty() with { MeaningfulReach = [new MeaningfulReachFigure("unknown", "unknown", contacts, ascertained, 100.0 * ascertained / contacts)] };

        var row = Assert.Single(WeeklyDisclosure.Apply(report, Five, _profile).MeaningfulReach);

        Assert.Equal(contacts, row.Contacts);
        Assert.Equal(shown, row.Ascertained);
        Assert.Equal(percentage, row.Percentage);
        Assert.Equal(suppressed, row.Suppressed);
    }

    [Fact]
    public void Apply_FewContacts_HidesAllOfTheRow()
    {
        var report = Empty() with { MeaningfulReach = [new MeaningfulReachFigure("unknown", "unknown", 4, 0, 0)] };

        Assert.Equal(
            new MeaningfulReachFigure("unknown", "unknown", null, null, null, true), Assert.Single(WeeklyDisclosure.Apply(report, Five, _profile).MeaningfulReach));
    }

    [Fact]
    public void Apply_RoundingRule_RoundsEachCountByItself()
    {
        var before = RandomWeeklyReport.Of(51, 900, _profile);
        var report = RandomWeeklyReport.Of(52, 900, _profile, before);

        var published = WeeklyDisclosure.Apply(report, new DisclosureRule(8, 5), _profile, before);

        Assert.All(published.Totals, row => Assert.True(row.People is null || row.People % 5 == 0));
        Assert.All(published.Groups, row => Assert.True(row.Memberships is null || row.Memberships % 5 == 0));
        Assert.All(published.Groups, row => Assert.False(row.Memberships is > 0 and < 8 and not 5));
        Assert.All(published.Change.Where(row => !row.Suppressed), row => Assert.Equal(row.Current - row.Previous, row.Difference));
        Assert.All(
            published.MeaningfulReach.Where(row => row.Percentage is not null), row => Assert.Equal(100.0 * row.Ascertained!.Value / row.Contacts!.Value, row.Percentage!.Value, 1e-9));
    }

    [Fact]
    public void Apply_RuleThatIsOff_GivesTheReportAsItIs()
    {
        var report = RandomWeeklyReport.Of(61, 100, _profile);

        Assert.Same(report, WeeklyDisclosure.Apply(report, new DisclosureRule(0, 0), _profile));
    }

    [Fact]
    public void Apply_ChildList_IsDropped()
    {
        var report = RandomWeeklyReport.Of(61, 100, _profile) with { ChildList = [new ChildListEntry(1, 20, "E07000071", "T01", ["PG01"], 1, null)] };

        Assert.Null(WeeklyDisclosure.Apply(report, Five, _profile).ChildList);
    }

    [Fact]
    public void Apply_PublishedReport_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WeeklyDisclosure.Apply(
            WeeklyDisclosure.Apply(RandomWeeklyReport.Of(61, 100, _profile), Five, _profile), Five, _profile));

    [Fact]
    public void Apply_FiguresThatContradictEachOther_AreRefused()
    {
        var report = RandomWeeklyReport.Of(61, 100, _profile);
        var broken = report with { Totals = [.. report.Totals.Select((row, index) => index == 0 ? row with { Children = row.Children + 1 } : row)] };

        Assert.Throws<InvalidOperationException>(() => WeeklyDisclosure.Apply(broken, Five, _profile));
    }

    [Fact]
    public void Apply_Twice_GivesTheSame()
    {
        var report = RandomWeeklyReport.Of(71, 700, _profile);

        Assert.Equal(
            JsonSerializer.Serialize(WeeklyDisclosure.Apply(report, Five, _profile)), JsonSerializer.Serialize(WeeklyDisclosure.Apply(report, Five, _profile)));
    }

    private static void AssertSafe(DisclosureTable table, IReadOnlyList<bool> suppressed)
    {
        var exposed = DisclosureAttack.Recover(table, suppressed)
            .Where(found => table.Cells[found.Cell].IsShown ? suppressed[found.Cell] : found.Value is > 0 and < 5);
        Assert.Empty(exposed);
    }

    private WeeklyReport Empty() =>
        new(_profile.Area, "2019-W13", new DateOnly(2019, 3, 31), "20190401_0200", "1", [], [], [], [], [], [], [], []);
}
