using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A colour of the rasteriser.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>From <c>#rrggbb</c>.</summary>
    public static Ink Of(string colour) => new(Part(colour, 1), Part(colour, 3), Part(colour, 5));

    private static byte Part(string colour, int at) => byte.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
