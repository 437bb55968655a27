using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Statistics;

/// <summary>An XmR chart: individual values with limits from the mean moving range (calculations.md 8; national.md 3; Making Data Count).</summary>
/// <param name="Points">Points that have a value, in order.</param>
/// <param name="Variation">What the latest point says; null while its part of the chart has no limits.</param>
/// <param name="Assurance">Target against the limits of the latest part; null without limits or target, or when neither way is better.</param>
/// <param name="Restarts">Days on which the chart starts again, each with the note to print.</param>
public sealed record XmRChart(
    IReadOnlyList<XmRPoint> Points,
    VariationIcon? Variation,
    AssuranceIcon? Assurance,
    IReadOnlyList<SpcRebase> Restarts)
{
    /// <summary>Draws up the chart.</summary>
    /// <param name="values">Values by the first day of their period; one without value is left out.</param>
    /// <param name="figure">Name of the figure as rebase dates give it, e.g. <c>kpi:2.01</c>.</param>
    /// <param name="target">In the unit of the values; null: none.</param>
    public static XmRChart Of(
        IEnumerable<(DateOnly Day, double? Value)> values, string figure, double? target, Polarity polarity, SpcSettings settings)
    {
        var points = values
            .Where(point => point.Value is not null)
            .Select(point => (point.Day, Value: point.Value!.Value))
            .OrderBy(point => point.Day)
            .ToArray();
        var restarts = settings.Rebase
            .Where(rebase => string.Equals(rebase.Figure, figure, StringComparison.Ordinal))
            .OrderBy(rebase => rebase.From)
            .ToArray();
        // A point belongs to the part that as many restarts precede.
        var segments = points
            .GroupBy(point => restarts.Count(restart => restart.From <= point.Day))
            .Select(part => new XmRSegment([.. part], settings))
            .ToArray();
        XmRPoint[] drawn = [.. segments.SelectMany(segment => segment.Points)];
        return new XmRChart(drawn, VariationOf(drawn, polarity), AssuranceOf(drawn, target, polarity), restarts);
    }

    private static VariationIcon? VariationOf(XmRPoint[] points, Polarity polarity)
    {
        if (points.Length == 0 || points[^1].Limits is null)
            return null;
        var last = points[^1];
        if (last.Cause is SpecialCause.None)
            return VariationIcon.CommonCause;
        return (polarity, last.IsHigh) switch
        {
            (Polarity.Higher, true) => VariationIcon.ImprovementHigh,
            (Polarity.Higher, false) => VariationIcon.ConcernLow,
            (Polarity.Lower, true) => VariationIcon.ConcernHigh,
            (Polarity.Lower, false) => VariationIcon.ImprovementLow,
            (_, true) => VariationIcon.NeitherHigh,
            _ => VariationIcon.NeitherLow,
        };
    }

    /// <summary>A target on a limit is hit or missed.</summary>
    private static AssuranceIcon? AssuranceOf(XmRPoint[] points, double? target, Polarity polarity)
    {
        if (points.Length == 0 || points[^1].Limits is not { } limits || target is not { } aim || polarity is Polarity.Neutral)
            return null;
        if (aim > limits.Upper)
            return polarity is Polarity.Higher ? AssuranceIcon.Fail : AssuranceIcon.Pass;
        if (aim < limits.Lower)
            return polarity is Polarity.Higher ? AssuranceIcon.Pass : AssuranceIcon.Fail;
        return AssuranceIcon.HitOrMiss;
    }
}
