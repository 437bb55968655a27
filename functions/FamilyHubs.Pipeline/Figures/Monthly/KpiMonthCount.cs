namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>The counts of a KPI in one month at a place, as the report's extract shows them: a point of a trend (calculations.md 8).</summary>
/// <param name="Month">yyyy-MM.</param>
public sealed record KpiMonthCount(string Kpi, string Level, string Code, string Month, int Numerator, int Denominator);
