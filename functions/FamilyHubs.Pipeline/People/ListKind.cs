namespace FamilyHubs.Pipeline.People;

/// <summary>Where the integers of a list column are looked up first (extracts.md 2).</summary>
public enum ListKind
{
    /// <summary>The specification links the column to SRConfiguredListOption.</summary>
    Configured,

    /// <summary>A static list: SRMapping.</summary>
    Static,
}
