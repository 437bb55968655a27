using System.Globalization;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A fault of a profile file.</summary>
/// <param name="Path">JSON path of the faulty field, e.g. <c>$.kpis[0].target</c>.</param>
/// <param name="Message">What was expected.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Line">Line of the field in the file, from 1; null when the file has no such field.</param>
/// <param name="Column">Column of the field, in characters from 1.</param>
public sealed record ProfileError(string Path, string Message, string Remedy, int? Line = null, int? Column = null)
{
    public override string ToString()
    {
        var place = Line is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (line {Line}, column {Column})");
        return $"{Path}{place}: {Message} {Remedy}";
    }
}
