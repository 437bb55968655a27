namespace FamilyHubs.Pipeline.Profiles;

/// <summary>What signals a review (calculations.md 4).</summary>
public sealed record ReviewDefinition(
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> CsdsActivityTypes);
