using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// The whole report of each run as one document, <c>reports/{area}/weekly/{week}/{run}/report.json</c>: what the pages show and
/// what next week is compared with. It holds the child list, so only the product itself may read it.
/// </summary>
public sealed class WeeklyReportArchive(IBlobs blobs)
{
    private const string Whole = "report.json";
    private const string Published = "published.json";

    /// <summary>Writes the report of a run. The same run gives the same bytes.</summary>
    public Task WriteAsync(WeeklyReport report, string run, CancellationToken cancel) => WriteAsync(report, run, Whole, cancel);

    public Task<WeeklyReport?> FindAsync(string area, string week, string run, CancellationToken cancel) => FindAsync(area, week, run, Whole, cancel);

    /// <summary>Writes the copy after disclosure control, from which the mails are cut.</summary>
    public Task WritePublishedAsync(WeeklyReport report, string run, CancellationToken cancel) => WriteAsync(report, run, Published, cancel);

    public Task<WeeklyReport?> FindPublishedAsync(string area, string week, string run, CancellationToken cancel) =>
        FindAsync(area, week, run, Published, cancel);

    /// <summary>Folder of everything of one week's run.</summary>
    public static string Folder(string area, string week, string run) => $"{area}/weekly/{week}/{run}";

    private async Task WriteAsync(WeeklyReport report, string run, string document, CancellationToken cancel)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, PipelineJson.Indented));
        await blobs.WriteAsync(Containers.Reports, $"{Folder(report.Area, report.Week, run)}/{document}", content, WriteCondition.Always, cancel);
    }

    private async Task<WeeklyReport?> FindAsync(string area, string week, string run, string document, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, $"{Folder(area, week, run)}/{document}", ifMatch: null, cancel);
            return await JsonSerializer.DeserializeAsync<WeeklyReport>(content, PipelineJson.Indented, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }
}
