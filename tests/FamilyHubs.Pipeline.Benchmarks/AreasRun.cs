namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Areas done by workers at the same time.</summary>
/// <param name="Areas">How many.</param>
/// <param name="Workers">Processes, a core each.</param>
/// <param name="WallSeconds">Until the last one was done.</param>
/// <param name="CpuSeconds">Of all workers.</param>
internal sealed record AreasRun(int Areas, int Workers, double WallSeconds, double CpuSeconds)
{
    public override string ToString() => FormattableString.Invariant(
        $"| {Areas} | {Workers} | {WallSeconds:0.0} | {CpuSeconds / Areas:0.00} | {Areas / WallSeconds / Workers:0.00} |");
}
