namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>A call that a process waits for.</summary>
internal abstract class PendingCall(SimulatedProcess process)
{
    public SimulatedProcess Process { get; } = process;

    /// <summary>Does it; what waits for it goes on at once, on this thread, to its next call.</summary>
    public abstract void Perform();

    /// <summary>The process has ended.</summary>
    public abstract void Abandon();
}
