namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The second level: a quadrant, hub or cluster of districts.</summary>
public sealed record Quadrant(
    string Code,
    string Name,
    IReadOnlyList<District> Districts);
