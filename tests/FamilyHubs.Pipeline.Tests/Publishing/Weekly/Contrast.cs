using System.Globalization;
using AngleSharp.Dom;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

/// <summary>Contrast of text as WCAG 2.2 computes it, from the inline styles alone.</summary>
internal static class Contrast
{
    /// <summary>Ratio of an element's text, 1 to 21. Both colours must be stated by the element or one around it.</summary>
    public static double Of(IElement element) => Ratio(Stated(element, "color"), Stated(element, "background-color", "bgcolor"));

    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string Stated(IElement element, string property, string? attribute = null)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            var styled = Declarations(at).LastOrDefault(declaration => declaration.Property == property).Value;
            if (styled is not null || (attribute is not null && (styled = at.GetAttribute(attribute)) is not null))
                return styled;
        }

        throw new InvalidOperationException($"No {property} is stated for a {element.LocalName}.");
    }

    public static IEnumerable<(string Property, string Value)> Declarations(IElement element) =>
        (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(declaration => declaration.Split(':', 2))
            .Select(parts => (parts[0].Trim(), parts[1].Trim()));

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
