namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Turns a chart model into shapes; both renderers draw the same.</summary>
public static class ChartLayout
{
    public static Drawing Lay(ChartModel chart) => chart.Kind switch
    {
        ChartKind.RankedBars => RankedBarLayout.Lay(chart),
        ChartKind.Trend => TrendLayout.Lay(chart),
        ChartKind.Control => ControlLayout.Lay(chart),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.Kind, "There is no layout for this kind of chart."),
    };
}
