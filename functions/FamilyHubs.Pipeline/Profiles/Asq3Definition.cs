namespace FamilyHubs.Pipeline.Profiles;

/// <summary>ASQ-3: presence codes and the scores of its domains.</summary>
public sealed record Asq3Definition(
    IReadOnlyList<string> Codes,
    IReadOnlyDictionary<string, Asq3Domain> Domains);
