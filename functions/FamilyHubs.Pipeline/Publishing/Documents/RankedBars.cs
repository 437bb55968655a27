using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A ranking: bars in table cells in a mail, an SVG chart and a table on a page, lines in plain text.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Rows">The ranking, in its order.</param>
/// <param name="Totals">Rows to compare with, without bar: the whole of the ranking, the county.</param>
/// <param name="Note">What to know when reading it; null when nothing.</param>
public sealed record RankedBars(
    string Id,
    string Caption,
    string LabelHeading,
    string OwnHeading,
    string? BesideHeading,
    IReadOnlyList<string> MoreHeadings,
    IReadOnlyList<RankedBar> Rows,
    IReadOnlyList<RankedBar> Totals,
    string? Note) : Block
{
    /// <summary>Bars of one chart; more do not fit a screen, and the table has them.</summary>
    public const int MostBars = 12;

    /// <summary>The own bars as a chart.</summary>
    public ChartModel ToChart()
    {
        var points = Rows.Take(MostBars).Select(row => new ChartPoint(row.Label, row.Own.Value, row.Own.Text)).ToList();
        var figures = Shown.List([.. points.Select(point => $"{point.Label} {point.Shown}")]);
        var rest = Rows.Count > points.Count ? $" The table below lists all {Rows.Count}." : "";
        return new ChartModel(Id, ChartKind.RankedBars, Caption, $"Bar chart of {OwnHeading}: {figures}.{rest}", points);
    }
}
