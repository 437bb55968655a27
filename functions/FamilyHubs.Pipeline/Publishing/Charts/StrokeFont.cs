using System.Text;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A sans-serif of strokes for the labels of PNG charts. Cap height is 0.7 em; a character without a glyph is drawn as a small box.</summary>
internal static class StrokeFont
{
    /// <summary>Units of a glyph from baseline to the top of a capital.</summary>
    private const double CapHeight = 10;
    private const double CapShareOfEm = 0.7;
    private const double Gap = 1.1;
    private const double Thin = 1.15;
    private const double Thick = 1.75;

    private static readonly Dictionary<Rune, StrokeGlyph> Glyphs = StrokeGlyphs.All
        .ToDictionary(glyph => new Rune(glyph.Key), glyph => StrokeGlyph.Parse(glyph.Value));

    private static readonly StrokeGlyph Missing = StrokeGlyph.Parse("6 M1 3 L5 3 L5 10 L1 10 L1 3");

    public static void Draw(Raster raster, LabelShape label, Ink ink)
    {
        var unit = label.Size * CapShareOfEm / CapHeight;
        var width = (label.Bold ? Thick : Thin) * unit;
        var x = label.X - label.Anchor switch
        {
            LabelAnchor.End => Measure(label.Text) * unit,
            LabelAnchor.Middle => Measure(label.Text) * unit / 2,
            _ => 0,
        };
        var top = label.Y - CapHeight * unit;
        foreach (var rune in label.Text.EnumerateRunes())
        {
            var glyph = Glyphs.GetValueOrDefault(rune, Missing);
            foreach (var stroke in glyph.Strokes)
            {
                raster.DrawLine([.. stroke.Select(point => (x + point.X * unit, top + point.Y * unit))], width, ink);
            }

            x += (glyph.Width + Gap) * unit;
        }
    }

    /// <summary>Width of a text in glyph units.</summary>
    private static double Measure(string text)
    {
        var width = -Gap;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Glyphs.GetValueOrDefault(rune, Missing).Width + Gap;
        }

        return width;
    }
}
