namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Points from target that earn a tick or a cross.</summary>
public sealed record MarkSettings(
    double Band,
    string Basis);
