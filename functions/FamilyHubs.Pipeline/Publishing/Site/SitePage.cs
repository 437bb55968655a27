namespace FamilyHubs.Pipeline.Publishing.Site;

/// <summary>The parts of an area's site, in the order of its navigation.</summary>
public enum SitePage
{
    Overview,
    Week,
    Month,
    Snapshots,
    Definitions,

    /// <summary>What came in, and the report of each batch.</summary>
    DataQuality,
    Health,
}
