using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the page behind the mail's link for a reader's catchment, with the disclosure rules for pages (calculations.md 9) and, for
/// readers whose role allows it, the children of the catchment's top combinations.
/// </summary>
public sealed class RenderWeeklyPage(WeeklyDocuments documents, WeeklyReportArchive archive, WeeklyPageComposer composer)
{
    /// <summary>The page's HTML from the published run of the week; null when the week has none.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string?> RunAsync(Profile profile, string week, Reader reader, CancellationToken cancel) =>
        await documents.PublishedAsync(profile.Area, week, cancel) is { } run ? await RunAsync(profile, run, reader, seesChildren: true, cancel) : null;

    /// <summary>The page's HTML from a run; null when its report is not kept.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">A published run.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="seesChildren">The reader's role allows the list of children.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string?> RunAsync(Profile profile, RunEntry run, Reader reader, bool seesChildren, CancellationToken cancel) =>
        await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } report
            ? await ComposeAsync(profile, run, seesChildren ? report : report with { ChildList = null }, reader, cancel)
            : null;

    /// <summary>The first sentence of the page: how many more or fewer than the week before. Null when the run's report is not kept.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string?> VerdictAsync(Profile profile, RunEntry run, Reader reader, CancellationToken cancel) =>
        await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } report
            ? WeeklyPageModel.VerdictOf(WeeklyDisclosure.Apply(report with { ChildList = null }, profile.Disclosure.Profiles[profile.Disclosure.Pages], profile), profile, reader)
            : null;

    /// <summary>The page's HTML of a report before disclosure control, which may be one that is not published.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string> ComposeAsync(Profile profile, RunEntry run, WeeklyReport report, Reader reader, CancellationToken cancel)
    {
        var rule = profile.Disclosure.Profiles[profile.Disclosure.Pages];
        var shown = WeeklyDisclosure.Apply(report, rule, profile);
        return await composer.ComposeAsync(
            shown, profile, reader, await documents.FactsAsync(run, report, cancel), await documents.HistoryAsync(report, cancel), rule, cancel);
    }
}
