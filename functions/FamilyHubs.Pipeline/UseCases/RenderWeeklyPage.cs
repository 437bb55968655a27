using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the page behind the mail's link for a reader's catchment, from the published run of the week, with the disclosure rules for
/// pages (calculations.md 9) and the children of the catchment's top combinations.
/// </summary>
public sealed class RenderWeeklyPage(WeeklyDocuments documents, WeeklyReportArchive archive, WeeklyPageComposer composer)
{
    /// <summary>The page's HTML; null when the week has no published report.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string?> RunAsync(Profile profile, string week, Reader reader, CancellationToken cancel)
    {
        if (await documents.PublishedAsync(profile.Area, week, cancel) is not { } run
            || await archive.FindAsync(profile.Area, week, run.Id, cancel) is not { } report)
        {
            return null;
        }

        var rule = profile.Disclosure.Profiles[profile.Disclosure.Pages];
        var shown = WeeklyDisclosure.Apply(report, rule, profile);
        return await composer.ComposeAsync(
            shown, profile, reader, await documents.FactsAsync(run, report, cancel), await documents.HistoryAsync(report, cancel), rule, cancel);
    }
}
