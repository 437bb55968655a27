namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A KPI at a level for a period (calculations.md 5).</summary>
/// <param name="Period">month, ytd or rolling12.</param>
/// <param name="Lower">Lower end of the Wilson interval, per cent.</param>
/// <param name="Upper">Upper end, per cent.</param>
/// <param name="Rag">green, amber, red or null.</param>
/// <param name="Mark">tick, cross, n/a or null.</param>
/// <param name="NearMiss">Units not met that have a qualifying review in the window without the required component.</param>
public sealed record KpiFigure(
    string Kpi,
    string Level,
    string Code,
    string? Name,
    string Period,
    int? Numerator,
    int? Denominator,
    double? Percentage,
    double? Lower,
    double? Upper,
    double? Target,
    string? Rag,
    string? Mark,
    int? NearMiss,
    bool Suppressed = false);
