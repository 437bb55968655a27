namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>How the points of a chart are drawn.</summary>
public enum ChartKind
{
    /// <summary>One horizontal bar for each point, in the order given.</summary>
    RankedBars,

    /// <summary>A line through the points, first to last.</summary>
    Trend,

    /// <summary>A line with mean, control limits, target and marked points: an XmR chart (calculations.md 8).</summary>
    Control,
}
