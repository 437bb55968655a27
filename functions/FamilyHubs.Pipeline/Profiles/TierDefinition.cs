namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A tier of the caseload (calculations.md 11).</summary>
public sealed record TierDefinition(
    string Code,
    string Name,
    string Kind,
    bool Default = false,
    IReadOnlyList<GroupSource>? Sources = null,
    string? WhenPlanApplies = null);
