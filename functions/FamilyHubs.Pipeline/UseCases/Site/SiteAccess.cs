using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Site;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>Which parts of an area's site a signed-in person may open.</summary>
public sealed class SiteAccess(ReaderAccess readers, SnapshotAccess snapshots)
{
    public async Task<SiteRights> DecideAsync(Profile profile, Principal principal, CancellationToken cancel)
    {
        var grant = await readers.DecideAsync(profile, principal, code: null, cancel);
        return new SiteRights(!grant.IsNone, await snapshots.IsAllowedAsync(profile, principal, cancel), !grant.IsNone && grant.SeesOperations);
    }
}
