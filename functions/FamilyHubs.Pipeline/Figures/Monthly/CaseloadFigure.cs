namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>Children of a tier at the month's end, or a plain count of the month (calculations.md 11).</summary>
/// <param name="Tier">Code of a tier, or id of a monthly count.</param>
/// <param name="Wte">Whole-time equivalents of the staffing reference; null when not known or not meant.</param>
public sealed record CaseloadFigure(
    string Level,
    string Code,
    string Tier,
    int? Count,
    double? Wte,
    double? PerWte,
    bool Suppressed = false);
