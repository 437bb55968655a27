namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>What happens at one call of a port.</summary>
public enum FaultKind
{
    /// <summary>The process ends before the call: neither it nor any later call reaches the store.</summary>
    CrashBefore,

    /// <summary>The process ends after the store has done the call.</summary>
    CrashAfter,

    /// <summary>The store does nothing and the caller hears of a fault.</summary>
    Failed,

    /// <summary>The store does the call, and the caller hears of a fault.</summary>
    LostAnswer,

    /// <summary>The store does a conditional write, and a retry on the way meets it: the caller hears 409 or 412. Other calls are left alone.</summary>
    ConflictWithItself,
}
