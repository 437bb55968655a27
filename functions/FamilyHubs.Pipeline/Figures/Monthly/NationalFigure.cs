namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>An indicator of the national view (calculations.md 5).</summary>
/// <param name="Quarter">e.g. 2018/19 Q4.</param>
public sealed record NationalFigure(
    string Indicator,
    string Quarter,
    int? Numerator,
    int? Denominator,
    double? Percentage,
    bool Suppressed = false);
