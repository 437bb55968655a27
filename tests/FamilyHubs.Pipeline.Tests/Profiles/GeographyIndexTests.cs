using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class GeographyIndexTests
{
    private static readonly Geography Places = new(
        new NamedCode("A", "Area"),
        [
            new Quadrant("Q1", "North", [new District("D1", "One"), new District("D2", "Two")]),
            new Quadrant("Q2", "South", [new District("D3", "Three")]),
        ],
        [new TeamDefinition("Team 1", "D1"), new TeamDefinition("Team 2", "D2", ["D2", "D3"])]);

    private readonly GeographyIndex _index = new(Places);

    [Fact]
    public void Find_KnownAndUnknownCodes_AreOrdinal()
    {
        Assert.Equal("Two", _index.FindDistrict("D2")!.Name);
        Assert.Equal("Q2", _index.QuadrantOf("D3")!.Code);
        Assert.Equal("South", _index.FindQuadrant("Q2")!.Name);
        Assert.Null(_index.FindDistrict("d2"));
        Assert.Null(_index.QuadrantOf("E1"));
        Assert.Equal(["D1", "D2", "D3"], _index.Districts.Select(district => district.Code));
    }

    [Theory]
    [InlineData("A", "D1,D2,D3")]
    [InlineData("Q1", "D1,D2")]
    [InlineData("D3", "D3")]
    [InlineData("E1", "")]
    public void DistrictsBeneath_Code_GivesItsDistricts(string code, string districts) =>
        Assert.Equal(districts, string.Join(',', _index.DistrictsBeneath(code)));

    [Theory]
    [InlineData(" team 1", "D1")]
    [InlineData("TEAM 2", "D2,D3")]
    [InlineData("Team 3", "")]
    public void DistrictsOfTeam_Name_IsComparedAsText(string name, string districts) =>
        Assert.Equal(districts, string.Join(',', _index.DistrictsOfTeam(name)));
}
