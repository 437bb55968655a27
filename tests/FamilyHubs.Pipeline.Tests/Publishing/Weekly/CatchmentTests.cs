using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

public sealed class CatchmentTests
{
    private static readonly string Team = SampleWeeklyReport.TeamCode("Colchester Healthy Family Team 2");

    [Theory]
    [InlineData("E10000012", "Essex", 12, 29)]
    [InlineData("MID", "Mid", 3, null)]
    [InlineData("E07000071", "Colchester", 1, 4)]
    public async Task Places_OfOneCode_HaveTheirDistrictsAndTeams(string code, string name, int districts, int? teams)
    {
        var catchment = await Of(code);
        var place = Assert.Single(catchment.Places);
        Assert.Equal(name, place.Name);
        Assert.Equal(districts, catchment.DistrictsOf(place).Count);
        if (teams is not null)
            Assert.Equal(teams, catchment.TeamsOf(place).Count);
    }

    [Fact]
    public async Task Places_OfATeam_ServeItsDistrict()
    {
        var catchment = await Of(Team);
        var place = Assert.Single(catchment.Places);
        Assert.Equal("Colchester Healthy Family Team 2", place.Name);
        Assert.Equal(["Colchester"], catchment.DistrictsOf(place).Select(district => district.Name));
    }

    [Fact]
    public async Task Places_OfCodesWithinEachOther_AreTheWidest()
    {
        Assert.Equal(["North East"], (await Of("E07000071", "NE", Team, "E07000076")).Places.Select(place => place.Name));
        Assert.Equal(["Essex"], (await Of("NE", "E10000012")).Places.Select(place => place.Name));
        Assert.Equal(["Mid", "Colchester"], (await Of("MID", "E07000071", Team)).Places.Select(place => place.Name));
    }

    [Fact]
    public async Task Places_OfUnknownCodes_AreRefused()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Of("e07000071", "", "E07000999"));
        Assert.Contains("correct the reader's codes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_ChildOfAnotherPlace_IsFalse()
    {
        var here = new ChildListEntry(1, 20, "E07000071", Team, ["PG01"], 1, null);
        Assert.True((await Of("E07000071")).Holds(here));
        Assert.True((await Of("NE")).Holds(here));
        Assert.True((await Of("E10000012")).Holds(here));
        Assert.True((await Of(Team)).Holds(here));
        Assert.False((await Of("MID")).Holds(here));
        Assert.False((await Of("E07000076")).Holds(here));
        Assert.False((await Of(SampleWeeklyReport.TeamCode("Colchester Healthy Family Team 1"))).Holds(here));
    }

    private static async Task<Catchment> Of(params string[] codes) =>
        new(new Reader("Sam", codes), await SampleWeeklyReport.Essex, await SampleWeeklyReport.Disclosed);
}
