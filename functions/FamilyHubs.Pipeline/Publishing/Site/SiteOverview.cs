using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Snapshots;

namespace FamilyHubs.Pipeline.Publishing.Site;

/// <summary>What the overview of an area shows. Lists of what the reader may not open are empty.</summary>
/// <param name="Profile">Profile of the area.</param>
/// <param name="Rights">What the reader may open.</param>
/// <param name="Verdicts">What the newest week and month say of the reader's catchment, a sentence each.</param>
/// <param name="Weeks">Weeks with a published report, in the order shown.</param>
/// <param name="Months">Months with published figures, in the order shown.</param>
/// <param name="Snapshots">The newest revision of each month, in the order shown.</param>
public sealed record SiteOverview(
    Profile Profile,
    SiteRights Rights,
    IReadOnlyList<string> Verdicts,
    IReadOnlyList<IsoWeek> Weeks,
    IReadOnlyList<Month> Months,
    IReadOnlyList<SnapshotPointer> Snapshots);
