using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Access;

/// <summary>
/// Decides who may open the snapshots of an area: commissioners whom the recipients list of the area names, and business informatics by its app role
/// too. A role without a place in the area opens nothing, and neither does a place without the role.
/// </summary>
public sealed class SnapshotAccess(RecipientBook recipients)
{
    private const string Informatics = "informatics";

    private static readonly string[] Roles = ["commissioner", Informatics];

    public async Task<bool> IsAllowedAsync(Profile profile, Principal principal, CancellationToken cancel)
    {
        var listed = principal is { LocalCodes: null, Email: { } email } ? await recipients.FindAsync(profile.Area, email, cancel) : null;
        if (!Has([.. principal.Roles, .. listed?.Roles ?? []], Roles))
        {
            return false;
        }

        var geography = new GeographyIndex(profile.Geography);
        var codes = principal.LocalCodes ?? listed?.AreaCodes ?? [];
        return codes.Any(code => geography.DistrictsBeneath(code).Count > 0) || (principal.LocalCodes is null && Has(principal.Roles, [Informatics]));
    }

    private static bool Has(IReadOnlyList<string> roles, string[] any) => roles.Any(role => any.Contains(role, StringComparer.OrdinalIgnoreCase));
}
