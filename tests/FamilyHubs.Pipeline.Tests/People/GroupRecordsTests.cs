using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class GroupRecordsTests
{
    [Theory]
    [InlineData("2019-03-31T23:59:59", "2019-03-31", true)]
    [InlineData("2019-04-01", "2019-03-31", false)]
    public async Task At_CodedStart_HoldsFromItsDay(string start, string at, bool isIn) =>
        Assert.Equal(isIn, await IsInAsync("G1", at, ("S1", start, 1)));

    [Theory]
    [InlineData("2017-02-28", "2019-02-27", true)]
    [InlineData("2017-02-28", "2019-02-28", false)]
    [InlineData("2016-02-29", "2018-02-27", true)]
    [InlineData("2016-02-29", "2018-02-28", false)]
    [InlineData("2017-03-31T23:00:00", "2019-03-31", false)]
    public async Task At_GroupThatExpires_HoldsForItsMonths(string start, string at, bool isIn) =>
        Assert.Equal(isIn, await IsInAsync("G2", at, ("S2", start, 1)));

    [Fact]
    public async Task At_LaterStart_RenewsAGroupThatExpires() =>
        Assert.True(await IsInAsync("G2", "2019-03-31", ("S2", "2015-01-01", 1), ("S2", "2019-01-01", 2)));

    [Fact]
    public async Task At_EndOfTheDay_LaterTimeDecidesBeforeTheRow() =>
        Assert.True(await IsInAsync("G1", "2019-03-31", ("S1", "2019-03-31T10:00:00", 1), ("E1", "2019-03-31T09:00:00", 2)));

    [Theory]
    [InlineData(9, 10, false)]
    [InlineData(10, 9, true)]
    [InlineData(-10, -9, false)]
    public async Task At_StartAndEndAtOneTime_GreaterRowAsNumberDecides(int startRow, int endRow, bool isIn) =>
        Assert.Equal(isIn, await IsInAsync("G1", "2019-03-31", ("S1", "2019-03-01", startRow), ("E1", "2019-03-01", endRow)));

    [Fact]
    public async Task At_CodeInOtherCase_IsAnotherCode() =>
        Assert.False(await IsInAsync("G1", "2019-03-31", ("s1", "2019-03-01", 1)));

    [Fact]
    public async Task Definitions_SixtyFourGroups_AreCounted()
    {
        var definitions = new GroupDefinitions(await WithGroupsAsync(64));

        Assert.Equal(["g00", "g63"], definitions.CodesOf(1UL | 1UL << 63));
    }

    [Fact]
    public async Task Definitions_SixtyFiveGroups_AreRefused()
    {
        var profile = await WithGroupsAsync(65);

        var refusal = Assert.Throws<ArgumentException>(() => new GroupDefinitions(profile));

        Assert.Contains("has 65 priority groups; at most 64", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_CodeOfTwoGroups_IsRefused()
    {
        var profile = await SmallArea.ProfileAsync() with
        {
            PriorityGroups =
            [
                new PriorityGroup("G1", "One", [new GroupSource("coded", ["S"], [])]),
                new PriorityGroup("G2", "Two", [new GroupSource("coded", ["T"], ["S"])]),
            ],
        };

        Assert.Throws<ArgumentException>(() => new GroupDefinitions(profile));
    }

    private static async Task<Profile> WithGroupsAsync(int count) => await SmallArea.ProfileAsync() with
    {
        PriorityGroups = [.. Enumerable.Range(0, count).Select(i => new PriorityGroup($"g{i:d2}", $"Group {i}", [new GroupSource("coded", [$"S{i}"], [$"E{i}"])]))],
    };

    private static async Task<bool> IsInAsync(string group, string at, params (string Code, string Time, int Row)[] records)
    {
        var tables = new ExtractTablesBuilder().Add("SRPatient", new { RowIdentifier = 1, DateBirth = "1990-01-01" });
        tables.Add("SRCode", records.Select(record => new { RowIdentifier = record.Row, IDPatient = 1, CTV3Code = record.Code, DateEvent = record.Time }));
        var population = await TestPopulation.LoadAsync(tables);

        var set = population.Groups.At(DateOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), population.People)[0];

        return population.Definitions.CodesOf(set).Contains(group);
    }
}
