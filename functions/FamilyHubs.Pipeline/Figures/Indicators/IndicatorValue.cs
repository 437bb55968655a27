namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>An indicator at a place for a period, before it is compared with anything.</summary>
/// <param name="Value">In the indicator's unit; null when it is missing or its denominator is 0.</param>
internal sealed record IndicatorValue(string Level, string Code, string Period, double? Numerator, double? Denominator, double? Value)
{
    /// <summary>A share in per cent.</summary>
    public static IndicatorValue Share(string level, string code, string period, long numerator, long denominator) =>
        new(level, code, period, numerator, denominator, Statistics.Percentage.Of(numerator, denominator));
}
