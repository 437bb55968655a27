namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Bars under their labels, so that the drawing stays legible when a phone makes it narrow.</summary>
internal static class RankedBarLayout
{
    private const int Width = 400;
    private const int RowHeight = 38;
    private const double FigureRoom = 56;
    private const double TextSize = 14;

    public static Drawing Lay(ChartModel chart)
    {
        var shapes = new List<Shape>(chart.Points.Count * 3);
        var greatest = Math.Max(chart.Greatest, 1);
        for (var row = 0; row < chart.Points.Count; row++)
        {
            var point = chart.Points[row];
            var top = row * RowHeight;
            var length = (point.Value ?? 0) / greatest * (Width - FigureRoom);
            shapes.Add(new LabelShape(0, top + 14, point.Label, TextSize, LabelAnchor.Start, false, Palette.Text));
            if (length > 0)
            {
                shapes.Add(new BoxShape(0, top + 19, Math.Max(length, 1), 12, Palette.Own));
            }

            shapes.Add(new LabelShape(length + (length > 0 ? 7 : 0), top + 30, point.Shown, TextSize, LabelAnchor.Start, true, Palette.Text));
        }

        return new Drawing(Width, Math.Max(chart.Points.Count, 1) * RowHeight, shapes);
    }
}
