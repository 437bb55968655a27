namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A code with its name.</summary>
public sealed record NamedCode(
    string Code,
    string Name);
