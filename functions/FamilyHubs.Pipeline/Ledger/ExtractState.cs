namespace FamilyHubs.Pipeline.Ledger;

/// <summary>What has become of a batch, return or reference file.</summary>
public enum ExtractState
{
    /// <summary>A worker has it, or was cut off while it had it.</summary>
    Doing,

    /// <summary>Committed: the lake versions it pins are what reports read.</summary>
    Done,

    /// <summary>Refused whole; nothing of it is in the lake.</summary>
    Refused,

    /// <summary>Has the same content as a committed one: acknowledged, nothing done.</summary>
    Duplicate,

    /// <summary>Waits for an earlier batch that may still come.</summary>
    Deferred,

    /// <summary>Whole but suspicious: waits for somebody to release it.</summary>
    Held,
}
