using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The icons of a control chart, as letters and in words: a colour or a letter alone says nothing (calculations.md 6 and 8).</summary>
internal static class SpcWords
{
    /// <summary>Letters of the icons with their tone: 1 good, -1 of concern, 0 neither.</summary>
    public static IReadOnlyList<(string Letter, int Tone)> Icons(XmRChart chart)
    {
        List<(string, int)> icons = [];
        if (chart.Variation is { } variation)
        {
            icons.Add(variation switch
            {
                VariationIcon.ImprovementHigh => ("H", 1),
                VariationIcon.ImprovementLow => ("L", 1),
                VariationIcon.ConcernHigh => ("H", -1),
                VariationIcon.ConcernLow => ("L", -1),
                VariationIcon.NeitherHigh => ("H", 0),
                VariationIcon.NeitherLow => ("L", 0),
                _ => ("~", 0),
            });
        }

        if (chart.Assurance is { } assurance)
        {
            icons.Add(assurance switch
            {
                AssuranceIcon.Pass => ("P", 1),
                AssuranceIcon.Fail => ("F", -1),
                _ => ("?", 0),
            });
        }

        return icons;
    }

    /// <summary>What the latest point and the target say.</summary>
    public static string Of(XmRChart chart, SpcSettings settings)
    {
        if (chart.Variation is not { } variation)
        {
            return $"{chart.Points.Count} months have a figure: limits are drawn from {settings.MinimumPoints} on.";
        }

        var last = chart.Points[^1];
        var cause = last.Cause switch
        {
            SpecialCause.Outside => "the latest month is outside the limits",
            SpecialCause.Trend => $"{settings.TrendPoints} or more months in a row {(last.IsHigh ? "rise" : "fall")}",
            SpecialCause.TwoOfThree => "two of three months are near a limit",
            SpecialCause.Shift => $"{settings.ShiftPoints} or more months in a row are {(last.IsHigh ? "above" : "below")} the mean",
            _ => "the latest month is within what is usual",
        };
        var words = variation switch
        {
            VariationIcon.ImprovementHigh => "H, improvement (high)",
            VariationIcon.ImprovementLow => "L, improvement (low)",
            VariationIcon.ConcernHigh => "H, concern (high)",
            VariationIcon.ConcernLow => "L, concern (low)",
            VariationIcon.NeitherHigh => "H, special cause (high)",
            VariationIcon.NeitherLow => "L, special cause (low)",
            _ => "~, common cause",
        };
        var assurance = chart.Assurance switch
        {
            AssuranceIcon.Pass => " Target: P, it will be met as things are.",
            AssuranceIcon.Fail => " Target: F, it will not be met as things are.",
            AssuranceIcon.HitOrMiss => " Target: ?, it will be hit or missed by chance.",
            _ => "",
        };
        return $"Variation: {words}; {cause}.{assurance}";
    }
}
