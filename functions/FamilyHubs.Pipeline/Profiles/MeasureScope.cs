namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Counts residents of this quadrant only.</summary>
public sealed record MeasureScope(
    string Quadrant);
