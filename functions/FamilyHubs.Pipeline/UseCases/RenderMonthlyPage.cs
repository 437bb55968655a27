using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the page of a month for a reader's catchment, with the disclosure rules for pages (calculations.md 9) and, for readers whose role allows
/// it, the families most in need and the activity of practitioners.
/// </summary>
public sealed class RenderMonthlyPage(
    MonthlyDocuments documents, MonthlyReportArchive archive, ListMonthlyRevisions revisions, MonthlyPageComposer composer)
{
    /// <summary>The page's HTML from a published run; null when its report is not kept.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">A published run.</param>
    /// <param name="name">Who reads it.</param>
    /// <param name="grant">What the reader may see.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public Task<string?> RunAsync(Profile profile, RunEntry run, string name, AccessGrant grant, CancellationToken cancel) =>
        RunAsync(profile, run, new Reader(name, grant.Codes), grant, cancel);

    /// <inheritdoc cref="RunAsync(Profile, RunEntry, string, AccessGrant, CancellationToken)"/>
    public async Task<string?> RunAsync(Profile profile, RunEntry run, Reader reader, AccessGrant grant, CancellationToken cancel) =>
        await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } report
            ? await ComposeAsync(
                profile, run, report, await archive.DetailsAsync(profile.Area, run.Period, run.Id, cancel),
                await revisions.RunAsync(profile.Area, Month.Parse(run.Period), cancel), reader, grant, cancel)
            : null;

    /// <summary>The first sentence of the page: which indicators are on target. Null when the run's report is not kept.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<string?> VerdictAsync(Profile profile, RunEntry run, Reader reader, CancellationToken cancel)
    {
        if (await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is not { } report)
        {
            return null;
        }

        var rule = profile.Disclosure.Profiles[profile.Disclosure.Pages];
        var facts = await documents.FactsAsync(profile, run, cancel);
        var details = await archive.DetailsAsync(profile.Area, run.Period, run.Id, cancel);
        return MonthlyPageModel.VerdictOf(new MonthlyView(MonthlyDisclosure.Apply(report, rule, profile), Protect(details, rule), profile, reader, facts, rule));
    }

    /// <summary>The page's HTML of a report before disclosure control, which may be one that is not published.</summary>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    /// <exception cref="InvalidOperationException">The disclosure rule for pages is on, and the figures cannot be protected.</exception>
    public Task<string> ComposeAsync(
        Profile profile, RunEntry run, MonthlyReport report, MonthlyDetails details, MonthlyRevisions? changes, string name, AccessGrant grant, CancellationToken cancel) =>
        ComposeAsync(profile, run, report, details, changes, new Reader(name, grant.Codes), grant, cancel);

    private async Task<string> ComposeAsync(
        Profile profile,
        RunEntry run,
        MonthlyReport report,
        MonthlyDetails details,
        MonthlyRevisions? changes,
        Reader reader,
        AccessGrant grant,
        CancellationToken cancel)
    {
        var rule = profile.Disclosure.Profiles[profile.Disclosure.Pages];
        changes = IsProtected(rule) ? null : changes;
        var shown = MonthlyDisclosure.Apply(report, rule, profile) with
        {
            Families = grant.SeesChildren ? report.Families : null,
            Practitioners = grant.SeesPractitioners ? report.Practitioners : null,
        };
        var voice = grant.SeesChildren ? await documents.FamilyVoiceAsync(profile.Area, Month.Parse(run.Period), cancel) : null;
        var facts = await documents.FactsAsync(profile, run, cancel);
        return await composer.ComposeAsync(
            new MonthlyView(shown, Protect(details, rule), profile, reader, facts, rule, changes, voice), cancel);
    }

    private static bool IsProtected(DisclosureRule rule) => rule is { Threshold: > 1 } or { RoundTo: > 1 };

    /// <summary>What is not in the report went through no control: earlier months and earlier runs would give hidden cells away.</summary>
    private static MonthlyDetails Protect(MonthlyDetails details, DisclosureRule rule) => IsProtected(rule) ? details with { Trends = [], Means = [] } : details;
}
