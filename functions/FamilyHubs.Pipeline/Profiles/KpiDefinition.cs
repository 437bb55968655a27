namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A KPI (calculations.md 5).</summary>
public sealed record KpiDefinition(
    string Id,
    string Title,
    string Unit,
    Offset Anchor,
    ReviewWindow Window,
    string Review,
    bool ComponentRequired,
    double? Target,
    string Polarity,
    string? Component = null,
    string? Source = null,
    bool TargetSample = false,
    string? Seed = null);
