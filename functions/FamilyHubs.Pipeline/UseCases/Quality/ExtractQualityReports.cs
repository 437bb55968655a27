using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Extracts;

namespace FamilyHubs.Pipeline.UseCases.Quality;

/// <summary>The report of each batch, <c>reports/{area}/extracts/{extract}/quality.json</c> and <c>quality.html</c>.</summary>
public sealed class ExtractQualityReports(IBlobs blobs, ExtractQualityComposer composer)
{
    /// <summary>Writes both. The same batch gives the same bytes.</summary>
    public async Task WriteAsync(ExtractQuality quality, Profile profile, CancellationToken cancel)
    {
        await WriteAsync($"{Folder(quality.Area, quality.Extract)}quality.json", JsonSerializer.SerializeToUtf8Bytes(quality, PipelineJson.Indented), cancel);
        var page = await composer.ComposeAsync(quality, profile, cancel);
        await WriteAsync($"{Folder(quality.Area, quality.Extract)}quality.html", Encoding.UTF8.GetBytes(page), cancel);
    }

    /// <summary>The report of a batch; null when there is none.</summary>
    public async Task<ExtractQuality?> FindAsync(string area, string extract, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, $"{Folder(area, extract)}quality.json", ifMatch: null, cancel);
            return await JsonSerializer.DeserializeAsync<ExtractQuality>(content, PipelineJson.Indented, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Folder of the reports of a batch, with a slash at its end.</summary>
    public static string Folder(string area, string extract) => $"{area}/extracts/{extract}/";

    private async Task WriteAsync(string name, byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        await blobs.WriteAsync(Containers.Reports, name, stream, WriteCondition.Always, cancel);
    }
}
