namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>The engine did in a simulation what it must never do.</summary>
internal sealed class SimulationException(string message) : Exception(message);
