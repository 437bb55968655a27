using FamilyHubs.Pipeline.Publishing.Site;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>Who reads a report.</summary>
/// <param name="Catchments">Codes of the area, quadrants, districts or teams that the reader may see.</param>
public sealed record Reader(string Name, IReadOnlyList<string> Catchments)
{
    /// <summary>Navigation of the site that the page is opened on; null for a page in a file.</summary>
    public SiteNavigation? Site { get; init; }
}
