using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Extracts;
using FamilyHubs.Pipeline.Publishing.Site;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>Composes the pages for operations.</summary>
public sealed class HealthComposer(ILoggerFactory loggers)
{
    /// <summary>How an area stands.</summary>
    public Task<string> StatusAsync(AreaHealth health, Profile profile, SiteRights rights, CancellationToken cancel) =>
        RenderAsync(HealthModel.Of(health, profile), new SiteNavigation(profile.Area, rights, SitePage.Health), cancel);

    /// <summary>What came in, each leading to its report.</summary>
    public Task<string> ExtractsAsync(AreaHealth health, Profile profile, SiteRights rights, CancellationToken cancel) =>
        RenderAsync(HealthModel.ListOf(health, profile), new SiteNavigation(profile.Area, rights, SitePage.DataQuality), cancel);

    /// <summary>The report of a batch.</summary>
    public Task<string> ExtractAsync(ExtractQuality quality, Profile profile, SiteRights rights, CancellationToken cancel) =>
        RenderAsync(ExtractQualityModel.Of(quality, PlainText.Clean(profile.Name)), new SiteNavigation(profile.Area, rights, SitePage.DataQuality, IsWithin: true), cancel);

    private Task<string> RenderAsync(ReportDocument document, SiteNavigation site, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ComponentHtml.RenderAsync<ReportPage>(
            loggers, new Dictionary<string, object?> { [nameof(ReportPage.Document)] = document, [nameof(ReportPage.Site)] = site });
    }
}
