using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>The value of a KPI for one month at a place: what last year's mean and control limits are made of.</summary>
/// <param name="Percentage">Per cent; null when the denominator was 0.</param>
public sealed record KpiMonth(string Kpi, Month Month, string Level, string Code, double? Percentage);
