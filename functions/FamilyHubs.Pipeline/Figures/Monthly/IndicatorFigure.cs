namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>An indicator of the locality dashboard (calculations.md 12). Missing is missing, never zero.</summary>
/// <param name="Baseline">Last year's mean.</param>
public sealed record IndicatorFigure(
    string Indicator,
    string Organisation,
    string Level,
    string Code,
    string Period,
    double? Numerator,
    double? Denominator,
    double? Value,
    double? Target,
    double? Baseline,
    string? Mark,
    string? Rag,
    bool Suppressed = false);
