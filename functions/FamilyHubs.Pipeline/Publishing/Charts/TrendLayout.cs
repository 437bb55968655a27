using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A line over weeks with a grid of round steps; a figure that is not shown leaves a gap marked <c>*</c>.</summary>
internal static class TrendLayout
{
    private const int Width = 552;
    private const int Height = 232;
    private const double Left = 52;
    private const double Right = 20;
    private const double Top = 26;
    private const double Bottom = 34;
    private const double TextSize = 13;
    private const int MostDayLabels = 6;

    public static Drawing Lay(ChartModel chart)
    {
        var shapes = new List<Shape>();
        var known = chart.Points.Where(point => point.Value is not null).Select(point => point.Value!.Value).DefaultIfEmpty(0).ToList();
        var scale = ChartScale.For(known.Min(), known.Max());
        AddGrid(shapes, scale);
        AddDays(shapes, chart.Points);
        AddLine(shapes, chart.Points, scale);
        return new Drawing(Width, Height, shapes);
    }

    private static void AddGrid(List<Shape> shapes, ChartScale scale)
    {
        foreach (var tick in scale.Ticks())
        {
            var y = Across(scale.At(tick));
            shapes.Add(new LineShape([(Left, y), (Width - Right, y)], 1, tick == scale.From ? Palette.Muted : Palette.Rule));
            var text = tick.ToString("#,##0", CultureInfo.InvariantCulture);
            shapes.Add(new LabelShape(Left - 8, y + 4.5, text, TextSize, LabelAnchor.End, false, Palette.Muted));
        }
    }

    private static void AddDays(List<Shape> shapes, IReadOnlyList<ChartPoint> points)
    {
        var every = Math.Max(1, (int)Math.Ceiling(points.Count / (double)MostDayLabels));
        for (var index = points.Count - 1; index >= 0; index -= every)
        {
            var anchor = index == points.Count - 1 && points.Count > 1 ? LabelAnchor.End : LabelAnchor.Middle;
            var x = Along(index, points.Count) + (anchor == LabelAnchor.End ? Right / 2 : 0);
            shapes.Add(new LabelShape(x, Height - 12, points[index].Label, TextSize, anchor, false, Palette.Muted));
        }
    }

    private static void AddLine(List<Shape> shapes, IReadOnlyList<ChartPoint> points, ChartScale scale)
    {
        var run = new List<(double X, double Y)>();
        for (var index = 0; index < points.Count; index++)
        {
            var x = Along(index, points.Count);
            if (points[index].Value is { } value)
            {
                run.Add((x, Across(scale.At(value))));
                continue;
            }

            shapes.Add(new LabelShape(x, Height - Bottom - 4, points[index].Shown, TextSize, LabelAnchor.Middle, false, Palette.Muted));
            AddRun(shapes, run);
            run = [];
        }

        AddRun(shapes, run);
        if (points.Count > 0 && points[^1].Value is { } last)
        {
            var (x, y) = (Along(points.Count - 1, points.Count), Across(scale.At(last)));
            shapes.Add(new DiscShape(x, y, 5, Palette.Own));
            shapes.Add(new LabelShape(x + Right / 2, y - 11, points[^1].Shown, TextSize + 1, LabelAnchor.End, true, Palette.Text));
        }
    }

    private static void AddRun(List<Shape> shapes, List<(double X, double Y)> run)
    {
        if (run.Count > 1)
        {
            shapes.Add(new LineShape(run, 2.5, Palette.Own));
        }

        shapes.AddRange(run.Select(point => new DiscShape(point.X, point.Y, 3, Palette.Own)));
    }

    private static double Along(int index, int count) =>
        count == 1 ? (Left + Width - Right) / 2 : Left + 14 + index * (Width - Right - Left - 20) / (count - 1);

    private static double Across(double share) => Height - Bottom - share * (Height - Top - Bottom);
}
