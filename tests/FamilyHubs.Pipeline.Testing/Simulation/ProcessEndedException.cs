namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>The process has ended: whatever it still tries reaches no store.</summary>
public sealed class ProcessEndedException() : IOException("The process has ended.");
