namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>A morning on which files come.</summary>
/// <param name="At">When.</param>
/// <param name="Files">In the order in which they are sent; the manifest of a batch last.</param>
internal sealed record SimulatedStage(DateTimeOffset At, IReadOnlyList<SimulatedFile> Files);
