namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>What a column is for.</summary>
public enum SnapshotColumnKind
{
    /// <summary>Together these tell the rows of a table apart.</summary>
    Key,

    /// <summary>A name in words of what a key says in codes.</summary>
    Label,

    /// <summary>A figure: what a revision may change.</summary>
    Figure,

    /// <summary>Where the figures come from.</summary>
    Origin,
}
