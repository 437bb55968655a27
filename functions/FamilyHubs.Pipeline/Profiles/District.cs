namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The third level: a Family Hub catchment, reach area or neighbourhood.</summary>
public sealed record District(
    string Code,
    string Name,
    string? Hub = null);
