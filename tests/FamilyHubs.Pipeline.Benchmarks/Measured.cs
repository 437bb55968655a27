using System.Text.Json;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>What a measured process says of itself.</summary>
/// <param name="Rows">Rows or figures that came out.</param>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="PeakMebibytes">Most memory resident.</param>
internal sealed record Measured(long Rows, double CpuSeconds, double PeakMebibytes)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}
