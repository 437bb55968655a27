namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A team that staffs the area, by its SRTeam name.</summary>
public sealed record TeamDefinition(
    string Name,
    string District,
    IReadOnlyList<string>? Districts = null);
