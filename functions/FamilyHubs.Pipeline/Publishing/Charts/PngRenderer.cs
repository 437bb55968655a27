namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Draws a chart as PNG, for mails: no client blocks or rewrites it, and no font is needed on the host.</summary>
public static class PngRenderer
{
    /// <summary>Pixels for one CSS pixel: sharp on dense screens and when Outlook enlarges.</summary>
    public const int Density = 2;

    /// <summary>The bytes of the image, <see cref="Density"/> times the size of the drawing. Same chart, same bytes.</summary>
    public static byte[] Render(ChartModel chart)
    {
        var drawing = ChartLayout.Lay(chart);
        var raster = new Raster(drawing.Width * Density, drawing.Height * Density);
        foreach (var shape in drawing.Shapes)
        {
            Draw(raster, shape);
        }

        return PngWriter.Write(raster);
    }

    private static void Draw(Raster raster, Shape shape)
    {
        var ink = Ink.Of(shape.Colour);
        switch (shape)
        {
            case BoxShape box:
                raster.FillBox(box.X * Density, box.Y * Density, box.Width * Density, box.Height * Density, ink);
                break;
            case DiscShape disc:
                raster.FillDisc(disc.X * Density, disc.Y * Density, disc.Radius * Density, ink);
                break;
            case LineShape line:
                raster.DrawLine([.. line.Points.Select(point => (point.X * Density, point.Y * Density))], line.Width * Density, ink);
                break;
            case LabelShape label:
                StrokeFont.Draw(raster, label with { X = label.X * Density, Y = label.Y * Density, Size = label.Size * Density }, ink);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), "There is no picture for this shape.");
        }
    }
}
