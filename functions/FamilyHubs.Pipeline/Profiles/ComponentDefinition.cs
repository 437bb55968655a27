namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Codes whose presence is the component.</summary>
public sealed record ComponentDefinition(
    IReadOnlyList<string> Codes);
