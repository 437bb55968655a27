using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Site;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>A reader who may open what was asked for.</summary>
/// <param name="Grant">What the reader may see of the reports.</param>
/// <param name="Rights">Which parts of the site the reader may open.</param>
public sealed record Visit(Profile Profile, ReportRequest Request, Principal Principal, AccessGrant Grant, SiteRights Rights)
{
    public string Area => Profile.Area;

    /// <summary>The reader of a page within a part of the site.</summary>
    public Reader ReaderOf(SitePage page) => new(Principal.Name, Grant.Codes) { Site = new SiteNavigation(Area, Rights, page, IsWithin: true) };
}
