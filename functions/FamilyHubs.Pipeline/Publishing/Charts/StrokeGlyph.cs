using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A glyph as strokes. Y grows downwards: 0 is the top of a capital, 10 the baseline.</summary>
internal sealed record StrokeGlyph(double Width, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes)
{
    private const int PiecesOfACurve = 8;

    /// <summary>Reads a width and a path of moves (<c>M x y</c>), lines (<c>L x y</c>) and quadratic curves (<c>Q cx cy x y</c>).</summary>
    public static StrokeGlyph Parse(string path)
    {
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var strokes = new List<IReadOnlyList<(double X, double Y)>>();
        List<(double X, double Y)> stroke = [];
        for (var at = 1; at < words.Length;)
        {
            var command = words[at][0];
            var first = (Number(words[at].AsSpan(1)), Number(words[at + 1]));
            at += 2;
            switch (command)
            {
                case 'M':
                    stroke = [first];
                    strokes.Add(stroke);
                    break;
                case 'L':
                    stroke.Add(first);
                    break;
                default:
                    AddCurve(stroke, first, (Number(words[at]), Number(words[at + 1])));
                    at += 2;
                    break;
            }
        }

        return new StrokeGlyph(Number(words[0]), strokes);
    }

    private static void AddCurve(List<(double X, double Y)> stroke, (double X, double Y) control, (double X, double Y) end)
    {
        var start = stroke[^1];
        for (var piece = 1; piece <= PiecesOfACurve; piece++)
        {
            var t = piece / (double)PiecesOfACurve;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            stroke.Add((a * start.X + b * control.X + c * end.X, a * start.Y + b * control.Y + c * end.Y));
        }
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
