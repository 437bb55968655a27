namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of publishing a snapshot.</summary>
public enum SnapshotState
{
    /// <summary>There is a new revision.</summary>
    Published,

    /// <summary>The newest revision has these figures already.</summary>
    Unchanged,

    /// <summary>Nothing was published; the reason says why.</summary>
    Refused,
}
