using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class FamiliesTests
{
    private static readonly DateOnly At = SmallArea.AsOf;

    [Fact]
    public async Task At_TwoMothers_KeyIsTheLowestId() =>
        Assert.Equal(["21: 1 21 22"], await FamiliesAsync(Link(1, 22, "Mother"), Link(1, 21, "Adoptive mother")));

    [Fact]
    public async Task At_MotherAndPrincipalCarer_KeyIsTheMother() =>
        Assert.Equal(["22: 1 21 22"], await FamiliesAsync(Link(1, 21, "Aunt", carer: true), Link(1, 22, "mother ")));

    [Fact]
    public async Task At_NoMother_KeyIsThePrincipalCarer() =>
        Assert.Equal(["22: 1 21 22"], await FamiliesAsync(Link(1, 21, "Father"), Link(1, 22, "Aunt", carer: true)));

    [Fact]
    public async Task At_NoMotherNorCarer_KeyIsTheParentWithTheLowestId() =>
        Assert.Equal(["21: 1 21 22"], await FamiliesAsync(Link(1, 22, "Father"), Link(1, 21, "Neighbour", responsible: true)));

    [Fact]
    public async Task At_NoParent_ChildIsAFamilyOfItsOwn() =>
        Assert.Equal(["1: 1"], await FamiliesAsync(Link(1, 21, "Neighbour"), Link(1, 999, "Mother"), Link(1, 1, "Mother")));

    [Fact]
    public async Task At_HalfSiblings_OtherParentsJoinTheMothersFamily() =>
        Assert.Equal(
            ["21: 1 2 21 22 23"],
            await FamiliesAsync(Link(1, 21, "Mother"), Link(2, 21, "Mother"), Link(1, 22, "Father"), Link(2, 23, "Father")));

    [Fact]
    public async Task At_MotherDied_RemainsTheKeyButNoMember() =>
        Assert.Equal(["24: 1 21"], await FamiliesAsync(Link(1, 24, "Mother"), Link(1, 21, "Father")));

    [Theory]
    [InlineData("2019-03-31", null, true)]
    [InlineData("2019-04-01", null, false)]
    [InlineData(null, "2019-04-01", true)]
    [InlineData(null, "2019-03-31", false)]
    public async Task At_RelationshipOnTheEdge_HoldsFromItsStartUntilItsEnd(string? from, string? to, bool holds) =>
        Assert.Equal(holds ? ["21: 1 21"] : ["1: 1"], await FamiliesAsync(Link(1, 21, "Mother", from: from, to: to)));

    [Fact]
    public async Task At_NobodyUnderAge_HasNoFamily()
    {
        var population = await TestPopulation.LoadAsync(new ExtractTablesBuilder().Add("SRPatient", new { RowIdentifier = 1, DateBirth = "2001-03-31" }));

        Assert.Empty(Families.At(At, 18, population.People, population.Relationships).All);
    }

    private static object Link(long child, long other, string type, bool carer = false, bool responsible = false, string? from = null, string? to = null) => new
    {
        IDPatient = child,
        IDPatientRelationshipWith = other,
        RelationshipType = type,
        PrincipalCarerForPatient = carer,
        HasParentalResponsibility = responsible,
        DateEvent = from,
        DateEnded = to,
    };

    /// <summary>Families of child 1 (and of child 2 when a link names it) as "key: members". Adults 21 to 23 live, 24 has died.</summary>
    private static async Task<IEnumerable<string>> FamiliesAsync(params object[] links)
    {
        var tables = new ExtractTablesBuilder()
            .Add("SRPatient", new { RowIdentifier = 22, DateBirth = "1990-01-01" }, new { RowIdentifier = 21, DateBirth = "1990-01-01" })
            .Add("SRPatient", new { RowIdentifier = 23 }, new { RowIdentifier = 24, DateBirth = "1990-01-01", DateDeath = "2019-03-30" })
            .Add("SRPatient", new { RowIdentifier = 1, DateBirth = "2017-01-01" })
            .Add("SRPatientRelationship", links);
        if (links.Any(link => link.ToString()!.Contains("IDPatient = 2,", StringComparison.Ordinal)))
        {
            tables.Add("SRPatient", new { RowIdentifier = 2, DateBirth = "2018-01-01" });
        }

        var population = await TestPopulation.LoadAsync(tables);
        return Families.At(At, 18, population.People, population.Relationships).All
            .Select(family => $"{family.Id}: {string.Join(' ', family.Members.Select(population.People.Id))}");
    }
}
