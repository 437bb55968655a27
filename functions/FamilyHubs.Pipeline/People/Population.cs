namespace FamilyHubs.Pipeline.People;

/// <summary>Everyone of an extract with homes, teams, parents and groups, as they are at any day.</summary>
public sealed record Population(
    PersonRegister People,
    PostcodeReference Postcodes,
    Homes Homes,
    Allocations Allocations,
    Relationships Relationships,
    GroupDefinitions Definitions,
    GroupRecords Groups);
