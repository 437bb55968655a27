using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// The whole report of each run as one document, <c>reports/{area}/weekly/{week}/{run}/report.json</c>: what the pages show and
/// what next week is compared with. It holds the child list, so only the product itself may read it.
/// </summary>
public sealed class WeeklyReportArchive(IBlobs blobs)
{
    /// <summary>Writes the report of a run. The same run gives the same bytes.</summary>
    public async Task WriteAsync(WeeklyReport report, string run, CancellationToken cancel)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, PipelineJson.Indented));
        await blobs.WriteAsync(Containers.Reports, Name(report.Area, report.Week, run), content, WriteCondition.Always, cancel);
    }

    public async Task<WeeklyReport?> FindAsync(string area, string week, string run, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, Name(area, week, run), ifMatch: null, cancel);
            return await JsonSerializer.DeserializeAsync<WeeklyReport>(content, PipelineJson.Indented, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Folder of everything of one week's run.</summary>
    public static string Folder(string area, string week, string run) => $"{area}/weekly/{week}/{run}";

    private static string Name(string area, string week, string run) => $"{Folder(area, week, run)}/report.json";
}
