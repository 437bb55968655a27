using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Extracts;

/// <summary>Composes the page of a batch: one file without script or remote resource.</summary>
public sealed class ExtractQualityComposer(ILoggerFactory loggers)
{
    public async Task<string> ComposeAsync(ExtractQuality quality, Profile profile, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return await ComponentHtml.RenderAsync<ReportPage>(
            loggers, new Dictionary<string, object?> { [nameof(ReportPage.Document)] = ExtractQualityModel.Of(quality, PlainText.Clean(profile.Name)) });
    }
}
