using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Access;

/// <summary>
/// Decides what a signed-in person may see of an area: the codes of the area's recipients list, for those whose role there or in the
/// directory opens the pages. Managers and team leads see the lists of children and families, team leads the activity of practitioners for 1-to-1s; business informatics sees the figures of the whole
/// area by its app role alone, and how the pipeline stands. A commissioner gets what is published, not these pages (product.md, Who uses it).
/// </summary>
public sealed class ReaderAccess(RecipientBook recipients)
{
    private const string Informatics = "informatics";

    private static readonly string[] PageRoles = ["manager", "teamlead", Informatics];
    private static readonly string[] ChildListRoles = ["manager", "teamlead"];
    private static readonly string[] PractitionerRoles = ["teamlead"];

    /// <param name="profile">Profile of the area.</param>
    /// <param name="principal">Who is signed in.</param>
    /// <param name="code">The one place asked for; null for all that the person may see.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<AccessGrant> DecideAsync(Profile profile, Principal principal, string? code, CancellationToken cancel)
    {
        var geography = new GeographyIndex(profile.Geography);
        var listed = principal is { LocalCodes: null, Email: { } email } ? await recipients.FindAsync(profile.Area, email, cancel) : null;
        string[] roles = [.. principal.Roles, .. listed?.Roles ?? []];
        if (!Has(roles, PageRoles))
        {
            return AccessGrant.None;
        }

        IReadOnlyList<string> granted = principal.LocalCodes ?? listed?.AreaCodes ?? (Has(principal.Roles, [Informatics]) ? [profile.Geography.Area.Code] : []);
        List<string> known = [.. granted.Where(c => geography.DistrictsBeneath(c).Count > 0)];
        if (code is not null)
        {
            known = Covers(geography, known, code) ? [code] : [];
        }

        return new AccessGrant(known, Has(roles, ChildListRoles), Has(roles, PractitionerRoles), Has(roles, [Informatics]));
    }

    private static bool Covers(GeographyIndex geography, List<string> granted, string code)
    {
        var asked = geography.DistrictsBeneath(code);
        var seen = granted.SelectMany(geography.DistrictsBeneath).ToHashSet(StringComparer.Ordinal);
        return asked.Count > 0 && asked.All(seen.Contains);
    }

    private static bool Has(IReadOnlyList<string> roles, string[] any) => roles.Any(role => any.Contains(role, StringComparer.OrdinalIgnoreCase));
}
