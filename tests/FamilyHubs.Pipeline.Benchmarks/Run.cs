namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>One whole process, from start to exit.</summary>
/// <param name="WallSeconds">By the clock.</param>
internal sealed record Run(double WallSeconds, Measured Measured);
