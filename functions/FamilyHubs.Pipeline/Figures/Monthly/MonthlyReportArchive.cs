using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>
/// The whole report of each run as one document, <c>reports/{area}/monthly/{month}/{run}/report.json</c>, without the lists of families and
/// practitioners.
/// </summary>
public sealed class MonthlyReportArchive(IBlobs blobs)
{
    /// <summary>Writes the report of a run. The same run gives the same bytes.</summary>
    public async Task WriteAsync(MonthlyReport report, string run, CancellationToken cancel)
    {
        var kept = report with { Practitioners = null, Families = null };
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(kept, PipelineJson.Indented));
        await blobs.WriteAsync(
            Containers.Reports, $"{report.Area}/monthly/{report.Month}/{run}/report.json", content, WriteCondition.Always, cancel);
    }
}
