namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Feeding status codes.</summary>
public sealed record BreastfeedingDefinition(
    IReadOnlyList<string> Codes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Statuses);
