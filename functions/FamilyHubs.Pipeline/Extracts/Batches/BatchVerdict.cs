namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>What becomes of a batch.</summary>
public enum BatchVerdict
{
    /// <summary>It may be committed.</summary>
    Accepted,

    /// <summary>The same content was committed before: acknowledged, nothing done.</summary>
    Duplicate,

    /// <summary>It waits for an earlier batch that may still come.</summary>
    Deferred,

    /// <summary>Nothing of it is committed; the findings say why.</summary>
    Refused,
}
