namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Which disclosure rules hold where (calculations.md 9).</summary>
public sealed record DisclosureSettings(
    string Mail,
    string Snapshot,
    string Pages,
    IReadOnlyDictionary<string, DisclosureRule> Profiles);
