namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>What a call does to the store; it decides what can go wrong.</summary>
public enum CallKind
{
    Read,

    /// <summary>Written whatever is there.</summary>
    Write,

    /// <summary>Written under a condition: a retry on the way may meet its own first try.</summary>
    Conditional,

    /// <summary>A mail handed over: the service's answers are results, so that only the process itself can end.</summary>
    Mail,
}
