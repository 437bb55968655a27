namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>An indicator's plain means of two years (AE17-15, AE17-49).</summary>
/// <param name="Before">Of the financial year before; null when it has no value.</param>
/// <param name="After">Of the months of this financial year to date; null when there is no value.</param>
public sealed record IndicatorMean(string Indicator, string Level, string Code, double? Before, double? After);
