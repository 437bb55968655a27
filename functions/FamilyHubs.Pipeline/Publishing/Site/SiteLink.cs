namespace FamilyHubs.Pipeline.Publishing.Site;

/// <summary>One entry of the navigation.</summary>
/// <param name="Current"><c>page</c> for the page shown, <c>true</c> for the part that it belongs to; null for the others (WAI-ARIA, aria-current).</param>
public sealed record SiteLink(string Address, string Text, string? Current);
