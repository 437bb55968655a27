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

    /// <summary>Blends each pixel once, by its distance to the nearest part of the line, so that corners and crossings do not darken.</summary>
    public void DrawLine(IReadOnlyList<(double X, double Y)> points, double width, Ink ink)
    {
        var reach = width / 2 + Opaque;
        var (left, top) = (First(points.Min(point => point.X) - reach), First(points.Min(point => point.Y) - reach));
        var (right, bottom) = (Last(points.Max(point => point.X) + reach, Width), Last(points.Max(point => point.Y) + reach, Height));
        if (left >= right || top >= bottom)
            return;
        var cover = new double[(right - left) * (bottom - top)];
        for (var index = 1; index < points.Count; index++)
            Cover(cover, (left, top, right - left), points[index - 1], points[index], width);
        for (var row = top; row < bottom; row++)
            for (var column = left; column < right; column++)
                Blend(column, row, ink, cover[(row - top) * (right - left) + column - left]);
    }

    private void Cover(double[] cover, (int Left, int Top, int Width) mask, (double X, double Y) a, (double X, double Y) b, double width)
    {
        var reach = width / 2 + Opaque;
        for (var row = First(Math.Min(a.Y, b.Y) - reach); row < Last(Math.Max(a.Y, b.Y) + reach, Height); row++)
        {
            for (var column = First(Math.Min(a.X, b.X) - reach); column < Last(Math.Max(a.X, b.X) + reach, Width); column++)
            {
                var share = Math.Clamp(width / 2 + 0.5 - Distance(a, b, column + 0.5, row + 0.5), 0, Opaque);
                ref var pixel = ref cover[(row - mask.Top) * mask.Width + column - mask.Left];
                pixel = Math.Max(pixel, share);
            }
        }
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b, double x, double y)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.Clamp(((x - a.X) * dx + (y - a.Y) * dy) / length, 0, 1);
        var (px, py) = (x - a.X - along * dx, y - a.Y - along * dy);
        return Math.Sqrt(px * px + py * py);
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
