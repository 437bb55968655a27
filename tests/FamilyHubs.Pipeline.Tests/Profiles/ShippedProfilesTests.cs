using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class ShippedProfilesTests
{
    [Fact]
    public void Areas_Shipped_AreTheThreeOfTheSeeds() =>
        Assert.Equal(["coventry", "essex", "hackney"], ProfileCatalog.Shipped.Areas);

    [Theory]
    [InlineData("coventry", 8, 17, 10, 14, 5, 2, 13)]
    [InlineData("essex", 4, 12, 29, 27, 5, 28, 2)]
    [InlineData("hackney", 4, 8, 8, 14, 5, 2, 17)]
    public async Task FindAsync_ShippedProfile_HasWhatTheReadmeCounts(
        string area, int quadrants, int districts, int teams, int groups, int kpis, int measures, int indicators)
    {
        var result = await ProfileCatalog.Shipped.FindAsync(area, CancellationToken.None);

        Assert.NotNull(result);
        Assert.Empty(result.Errors);
        var profile = result.Profile!;
        Assert.Equal(area, profile.Area);
        Assert.Equal(quadrants, profile.Geography.Quadrants.Count);
        Assert.Equal(districts, profile.Geography.Quadrants.Sum(quadrant => quadrant.Districts.Count));
        Assert.Equal(teams, profile.Geography.Teams.Count);
        Assert.Equal(groups, profile.PriorityGroups.Count);
        Assert.Equal(kpis, profile.Kpis.Count);
        Assert.Equal(measures, profile.OutcomeMeasures.Count);
        Assert.Equal(indicators, profile.Indicators.Count);
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("Essex")]
    [InlineData("leeds")]
    public async Task FindAsync_AreaNotInTheFolder_IsNull(string area) =>
        Assert.Null(await ProfileCatalog.Shipped.FindAsync(area, CancellationToken.None));
}
