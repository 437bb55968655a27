using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>
/// The whole report of each run as documents in <c>reports/{area}/monthly/{month}/{run}/</c>: what the pages show, what a later run is compared
/// with, and the mark that the figures are committed. They hold the lists of families and practitioners, so only the product itself may read them.
/// </summary>
public sealed class MonthlyReportArchive(IBlobs blobs)
{
    private const string Whole = "report.json";
    private const string Details = "details.json";

    /// <summary>File that is written last, after the pointers: what comes after the figures of a month waits for it.</summary>
    private const string Committed = "committed.json";

    /// <summary>Writes the report of a run, with its lists. The same run gives the same bytes.</summary>
    public async Task WriteAsync(MonthlyReport report, MonthlyDetails details, string run, CancellationToken cancel)
    {
        await WriteAsync(report.Area, report.Month, run, Details, details, cancel);
        await WriteAsync(report.Area, report.Month, run, Whole, report, cancel);
    }

    /// <summary>True when the figures of a run are what readers see, or were, and all its files are kept.</summary>
    public async Task<bool> IsCommittedAsync(MonthlyReport report, string run, CancellationToken cancel) =>
        await blobs.FindAsync(Containers.Reports, $"{Folder(report.Area, report.Month, run)}/{Committed}", cancel) is not null;

    /// <summary>Says so.</summary>
    public Task MarkCommittedAsync(MonthlyReport report, string run, CancellationToken cancel) =>
        WriteAsync(report.Area, report.Month, run, Committed, new { report.Area, report.Month, Run = run, report.Extract }, cancel);

    /// <summary>The report of a run with its lists; null when it is not kept.</summary>
    public Task<MonthlyReport?> FindAsync(string area, string month, string run, CancellationToken cancel) =>
        ReadAsync<MonthlyReport>(area, month, run, Whole, cancel);

    /// <summary>What the page shows beyond the report; nothing when it is not kept.</summary>
    public async Task<MonthlyDetails> DetailsAsync(string area, string month, string run, CancellationToken cancel) =>
        await ReadAsync<MonthlyDetails>(area, month, run, Details, cancel) ?? MonthlyDetails.Empty;

    /// <summary>Folder of everything of one month's run.</summary>
    public static string Folder(string area, string month, string run) => $"{area}/monthly/{month}/{run}";

    private async Task WriteAsync<T>(string area, string month, string run, string document, T value, CancellationToken cancel)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, PipelineJson.Indented));
        await blobs.WriteAsync(Containers.Reports, $"{Folder(area, month, run)}/{document}", content, WriteCondition.Always, cancel);
    }

    private async Task<T?> ReadAsync<T>(string area, string month, string run, string document, CancellationToken cancel)
        where T : class
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, $"{Folder(area, month, run)}/{document}", ifMatch: null, cancel);
            return await JsonSerializer.DeserializeAsync<T>(content, PipelineJson.Indented, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }
}
