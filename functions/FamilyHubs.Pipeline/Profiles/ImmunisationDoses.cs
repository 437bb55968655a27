namespace FamilyHubs.Pipeline.Profiles;

/// <summary>So many doses of any of these contents.</summary>
public sealed record ImmunisationDoses(
    IReadOnlyList<string> Contents,
    int Count);
