namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Codes that stop the clock.</summary>
public sealed record TimelinessEnd(
    IReadOnlyList<string> Codes);
