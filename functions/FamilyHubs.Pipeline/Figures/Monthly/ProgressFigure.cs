namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>An indicator in two financial years (calculations.md 6, AE17-49): the plain means of the months that have a value.</summary>
/// <param name="BeforeYear">The year that the profile compares with, e.g. 2013/14.</param>
/// <param name="AfterYear">The year of the report's month, to date.</param>
/// <param name="Difference">After less before in the unit of the indicator, in points for a percentage; null when one is missing.</param>
/// <param name="Rag">green when better, red when worse, by polarity; null when equal or missing.</param>
public sealed record ProgressFigure(
    string Indicator,
    string Organisation,
    string Level,
    string Code,
    string BeforeYear,
    string AfterYear,
    double? Before,
    double? After,
    double? Difference,
    string? Rag,
    bool Suppressed = false);
