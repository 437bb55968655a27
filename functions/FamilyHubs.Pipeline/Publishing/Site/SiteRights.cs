namespace FamilyHubs.Pipeline.Publishing.Site;

/// <summary>Which parts of an area's site a reader may open. What is not allowed is not named to the reader either.</summary>
/// <param name="Reports">The weekly and monthly pages.</param>
/// <param name="Snapshots">The snapshots and the definitions.</param>
/// <param name="Operations">Health, and the report of each batch.</param>
public sealed record SiteRights(bool Reports, bool Snapshots, bool Operations)
{
    public bool IsNone => !Reports && !Snapshots && !Operations;
}
