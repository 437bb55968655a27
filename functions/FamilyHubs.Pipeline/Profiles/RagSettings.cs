namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Percentage points below target that are still amber.</summary>
public sealed record RagSettings(
    double AmberBand);
