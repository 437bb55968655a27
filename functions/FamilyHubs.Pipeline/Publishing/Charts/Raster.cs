namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A picture of RGB pixels on white paper. Shapes are blended by the share of each pixel that they cover, in plain IEEE arithmetic, so that the same shapes give the same bytes everywhere.</summary>
internal sealed class Raster
{
    private const double Opaque = 1;

    private readonly byte[] _pixels;

    public Raster(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[width * height * 3];
        _pixels.AsSpan().Fill(byte.MaxValue);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green and blue of each pixel of a row, left to right.</summary>
    public ReadOnlySpan<byte> Row(int y) => _pixels.AsSpan(y * Width * 3, Width * 3);

    public void FillBox(double x, double y, double width, double height, Ink ink)
    {
        for (var row = First(y); row < Last(y + height, Height); row++)
        {
            var across = Overlap(row, y, y + height);
            for (var column = First(x); column < Last(x + width, Width); column++)
            {
                Blend(column, row, ink, across * Overlap(column, x, x + width));
            }
        }
    }

    public void FillDisc(double x, double y, double radius, Ink ink) => DrawLine([(x, y), (x, y)], radius * 2, ink);

    /// <summary>Draws each pixel once, by its distance to the nearest part of the line, so that corners and crossings do not darken.</summary>
    public void DrawLine(IReadOnlyList<(double X, double Y)> points, double width, Ink ink)
    {
        var reach = width / 2 + Opaque;
        var (top, bottom) = (First(points.Min(point => point.Y) - reach), Last(points.Max(point => point.Y) + reach, Height));
        var (left, right) = (First(points.Min(point => point.X) - reach), Last(points.Max(point => point.X) + reach, Width));
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var distance = Distance(points, column + 0.5, row + 0.5);
                Blend(column, row, ink, Math.Clamp(width / 2 + 0.5 - distance, 0, Opaque));
            }
        }
    }

    private static double Distance(IReadOnlyList<(double X, double Y)> points, double x, double y)
    {
        var least = double.MaxValue;
        for (var index = 1; index < points.Count; index++)
        {
            var (ax, ay) = points[index - 1];
            var (bx, by) = points[index];
            var (dx, dy) = (bx - ax, by - ay);
            var length = dx * dx + dy * dy;
            var along = length == 0 ? 0 : Math.Clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1);
            var (px, py) = (x - ax - along * dx, y - ay - along * dy);
            least = Math.Min(least, px * px + py * py);
        }

        return Math.Sqrt(least);
    }

    private void Blend(int x, int y, Ink ink, double cover)
    {
        if (cover <= 0)
        {
            return;
        }

        var pixel = _pixels.AsSpan((y * Width + x) * 3, 3);
        pixel[0] = Mix(pixel[0], ink.Red, cover);
        pixel[1] = Mix(pixel[1], ink.Green, cover);
        pixel[2] = Mix(pixel[2], ink.Blue, cover);
    }

    private static byte Mix(byte paper, byte ink, double cover) => (byte)(paper + (ink - paper) * cover + 0.5);

    private static double Overlap(int pixel, double from, double to) => Math.Clamp(Math.Min(to, pixel + 1) - Math.Max(from, pixel), 0, Opaque);

    private static int First(double from) => Math.Max(0, (int)Math.Floor(from));

    private static int Last(double to, int end) => Math.Min(end, (int)Math.Ceiling(to));
}
