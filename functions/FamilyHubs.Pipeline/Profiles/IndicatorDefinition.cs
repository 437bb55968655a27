namespace FamilyHubs.Pipeline.Profiles;

/// <summary>An indicator of the locality dashboard (calculations.md 12).</summary>
public sealed record IndicatorDefinition(
    string Id,
    string Organisation,
    string Name,
    string Unit,
    string Polarity,
    IndicatorSource Source,
    double? Target = null,
    double? Per = null,
    IReadOnlyDictionary<string, double>? Baselines = null,
    bool Monitoring = false,
    string? Seed = null,
    bool Sample = false,
    bool TargetSample = false);
