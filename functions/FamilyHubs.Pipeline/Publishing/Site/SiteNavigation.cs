namespace FamilyHubs.Pipeline.Publishing.Site;

/// <summary>The navigation that all pages of an area share: the parts that the reader may open, the present one marked.</summary>
/// <param name="Area">Area.</param>
/// <param name="Rights">What the reader may open.</param>
/// <param name="Current">The part shown.</param>
/// <param name="IsWithin">A page of that part, such as one week of the weeks, rather than the one that the navigation leads to.</param>
public sealed record SiteNavigation(string Area, SiteRights Rights, SitePage Current, bool IsWithin = false)
{
    public IReadOnlyList<SiteLink> Links =>
    [
        Link(SitePage.Overview, ReportAddresses.Overview(Area), "Overview"),
        .. Rights.Reports ? [Link(SitePage.Week, ReportAddresses.NewestWeek(Area), "Newest week"), Link(SitePage.Month, ReportAddresses.NewestMonth(Area), "Newest month")] : Nothing,
        .. Rights.Snapshots ? [Link(SitePage.Snapshots, ReportAddresses.Snapshots(Area), "Snapshots"), Link(SitePage.Definitions, ReportAddresses.Definitions(Area), "Definitions")] : Nothing,
        .. Rights.Operations ? [Link(SitePage.DataQuality, ReportAddresses.Extracts(Area), "Data quality"), Link(SitePage.Health, ReportAddresses.Status(Area), "Runs and health")] : Nothing,
    ];

    private static IEnumerable<SiteLink> Nothing => [];

    private SiteLink Link(SitePage page, string address, string text) =>
        new(address, text, page != Current ? null : IsWithin ? "true" : "page");
}
