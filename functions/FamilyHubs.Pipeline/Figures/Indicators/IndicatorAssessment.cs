using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>
/// Compares a value with its target (calculations.md 6). Mark and colour are of percentages alone: the band is in points, and counts carry
/// no mark (AE17-31 to AE17-33). An indicator of neutral polarity has neither.
/// </summary>
internal static class IndicatorAssessment
{
    public static IndicatorFigure Of(IndicatorDefinition indicator, IndicatorValue value, double? baseline, Profile profile)
    {
        var difference = indicator.Unit == "percentage" && indicator.Polarity != "neutral" ? Difference(value, indicator) : null;
        return new IndicatorFigure(
            indicator.Id,
            indicator.Organisation,
            value.Level,
            value.Code,
            value.Period,
            value.Numerator,
            value.Denominator,
            value.Value,
            indicator.Target,
            baseline,
            Mark.Of(difference, profile.Marks.Band),
            Rag.Of(difference, profile.Rag.AmberBand));
    }

    /// <summary>From whole counts exactly, otherwise from the value as it came.</summary>
    private static TargetDifference? Difference(IndicatorValue value, IndicatorDefinition indicator)
    {
        var lowerIsBetter = indicator.Polarity == "lower";
        return value is { Numerator: { } numerator, Denominator: { } denominator } && double.IsInteger(numerator) && double.IsInteger(denominator)
            ? TargetDifference.Of((long)numerator, (long)denominator, indicator.Target, lowerIsBetter)
            : TargetDifference.Of(value.Value, indicator.Target, lowerIsBetter);
    }
}
