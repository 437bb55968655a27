namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Level and z of the intervals.</summary>
public sealed record ConfidenceSettings(
    double Level,
    double Z);
