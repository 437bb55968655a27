using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>An XmR chart of percentages: line, mean, limits and target, special causes as larger points, icons at the top (calculations.md 8).</summary>
internal static class ControlLayout
{
    private const int Width = 640;
    private const int Height = 280;
    private const double Left = 44;
    private const double Right = 78;
    private const double Top = 38;
    private const double Bottom = 34;
    private const double TextSize = 13;
    private const double IconRadius = 13;
    private const double NameHeight = 14;
    private const int MostLabels = 6;
    private const double Full = 100;

    public static Drawing Lay(ChartModel chart)
    {
        var control = chart.Control ?? throw new ArgumentException("A control chart needs its limits.", nameof(chart));
        var shapes = new List<Shape>();
        var scale = ScaleOf(chart.Points, control);
        AddGrid(shapes, scale);
        AddLabels(shapes, chart.Points);
        List<(double Y, string Text, bool Bold)> names = [.. AddLimits(shapes, control, scale), .. AddTarget(shapes, control, scale)];
        AddNames(shapes, names);
        AddPoints(shapes, chart.Points, control, scale);
        AddIcons(shapes, control.Icons);
        return new Drawing(Width, Height, shapes);
    }

    /// <summary>All that is drawn lies within; a limit beyond 0 or 100 per cent is drawn there.</summary>
    private static ChartScale ScaleOf(IReadOnlyList<ChartPoint> points, ControlLines control)
    {
        IEnumerable<double?> values =
        [
            .. points.Select(point => point.Value), .. control.Points.SelectMany(point => (double?[])[Within(point.Lower), Within(point.Upper)]), control.Target,
        ];
        var known = values.OfType<double>().DefaultIfEmpty(0).ToList();
        return ChartScale.For(known.Min(), known.Max());
    }

    private static double? Within(double? limit) => limit is { } value ? Math.Clamp(value, 0, Full) : null;

    private static void AddGrid(List<Shape> shapes, ChartScale scale)
    {
        foreach (var tick in scale.Ticks())
        {
            var y = Across(scale.At(tick));
            shapes.Add(new LineShape([(Left, y), (Width - Right, y)], 1, Palette.Rule));
            shapes.Add(new LabelShape(Left - 8, y + 4.5, tick.ToString("0", CultureInfo.InvariantCulture), TextSize, LabelAnchor.End, false, Palette.Muted));
        }
    }

    private static void AddLabels(List<Shape> shapes, IReadOnlyList<ChartPoint> points)
    {
        var every = Math.Max(1, (int)Math.Ceiling(points.Count / (double)MostLabels));
        for (var index = points.Count - 1; index >= 0; index -= every)
        {
            shapes.Add(new LabelShape(Along(index, points.Count), Height - 12, points[index].Label, TextSize, LabelAnchor.Middle, false, Palette.Muted));
        }
    }

    /// <summary>Mean and limits of each part of the chart. Gives the names of those of the last one.</summary>
    private static List<(double Y, string Text, bool Bold)> AddLimits(List<Shape> shapes, ControlLines control, ChartScale scale)
    {
        var count = control.Points.Count;
        List<(double, string, bool)> names = [];
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && !control.Points[to].Restarts)
            {
                to++;
            }

            var last = to == count;
            if (control.Points[from].Mean is { } mean)
            {
                var (left, right) = (Along(from, count), Along(to - 1, count));
                double[] limits = [.. ((double?[])[control.Points[from].Lower, control.Points[from].Upper]).Select(limit => Within(limit)!.Value)];
                shapes.Add(new LineShape([(left, Across(scale.At(mean))), (right, Across(scale.At(mean)))], 1.5, Palette.Muted));
                shapes.AddRange(limits.Select(limit => new LineShape([(left, Across(scale.At(limit))), (right, Across(scale.At(limit)))], 1, Palette.Beside)));
                if (last)
                {
                    // Limits on the mean, of months that are all alike, need no names.
                    names = [(Across(scale.At(mean)), "mean", false), .. limits.Where(limit => limit != mean).Select(limit => (Across(scale.At(limit)), "limit", false))];
                }
            }

            from = to;
        }

        return names;
    }

    private static IEnumerable<(double Y, string Text, bool Bold)> AddTarget(List<Shape> shapes, ControlLines control, ChartScale scale)
    {
        if (control.Target is not { } target)
        {
            return [];
        }

        // Short strokes, so that the target is not taken for the mean where colours do not show.
        var y = Across(scale.At(target));
        for (var x = Left; x < Width - Right; x += 12)
        {
            shapes.Add(new LineShape([(x, y), (Math.Min(x + 6, Width - Right), y)], 2, Palette.Text));
        }

        return [(y, $"target {target.ToString("0.#", CultureInfo.InvariantCulture)}", true)];
    }

    /// <summary>Names at the right of their lines, moved apart where lines are close.</summary>
    private static void AddNames(List<Shape> shapes, List<(double Y, string Text, bool Bold)> names)
    {
        var ordered = names.OrderBy(name => name.Y).ThenBy(name => name.Text, StringComparer.Ordinal).ToList();
        var lowest = Height - Bottom - ((ordered.Count - 1) * NameHeight);
        var y = double.MinValue;
        foreach (var (at, text, bold) in ordered)
        {
            y = Math.Max(y + NameHeight, Math.Min(at, lowest));
            lowest += NameHeight;
            shapes.Add(new LabelShape(Width - Right + 6, y + 4, text, TextSize - 1, LabelAnchor.Start, bold, bold ? Palette.Text : Palette.Muted));
        }
    }

    private static void AddPoints(List<Shape> shapes, IReadOnlyList<ChartPoint> points, ControlLines control, ChartScale scale)
    {
        List<(double X, double Y)> run = [];
        for (var index = 0; index < points.Count; index++)
        {
            if (control.Points[index].Restarts || points[index].Value is null)
            {
                AddRun(shapes, run);
                run = [];
            }

            if (points[index].Value is { } value)
            {
                run.Add((Along(index, points.Count), Across(scale.At(value))));
            }
        }

        AddRun(shapes, run);
        for (var index = 0; index < points.Count; index++)
        {
            if (points[index].Value is { } value)
            {
                var (x, y) = (Along(index, points.Count), Across(scale.At(value)));
                var tone = control.Points[index].Tone;
                shapes.Add(new DiscShape(x, y, tone == 0 ? 3.5 : 5.5, ColourOf(tone, Palette.Muted)));
            }
        }
    }

    private static void AddRun(List<Shape> shapes, List<(double X, double Y)> run)
    {
        if (run.Count > 1)
        {
            shapes.Add(new LineShape(run, 2, Palette.Muted));
        }
    }

    private static void AddIcons(List<Shape> shapes, IReadOnlyList<(string Letter, int Tone)> icons)
    {
        var x = Left + IconRadius;
        foreach (var (letter, tone) in icons)
        {
            shapes.Add(new DiscShape(x, IconRadius + 2, IconRadius, ColourOf(tone, Palette.Muted)));
            shapes.Add(new LabelShape(x, IconRadius + 8, letter, TextSize + 3, LabelAnchor.Middle, true, Palette.Paper));
            x += (2 * IconRadius) + 8;
        }
    }

    private static string ColourOf(int tone, string common) => tone switch
    {
        > 0 => Palette.Own,
        < 0 => Palette.Concern,
        _ => common,
    };

    private static double Along(int index, int count) =>
        count == 1 ? (Left + Width - Right) / 2 : Left + 14 + (index * (Width - Right - Left - 22) / (count - 1));

    private static double Across(double share) => Height - Bottom - (share * (Height - Top - Bottom));
}
