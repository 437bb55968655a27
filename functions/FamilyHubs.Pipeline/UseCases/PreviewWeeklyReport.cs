using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the weekly mail and page of a reader without sending or publishing anything: from the published run of the week, or, where
/// there is none, from a computation that is kept nowhere.
/// </summary>
public sealed class PreviewWeeklyReport(
    ProduceWeeklyReport produce,
    WeeklyDocuments documents,
    WeeklyReportArchive archive,
    WeeklyMailComposer mails,
    RenderWeeklyPage page)
{
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<WeeklyPreview> RunAsync(Profile profile, IsoWeek week, Reader reader, CancellationToken cancel)
    {
        if (await documents.PublishedAsync(profile.Area, week.ToString(), cancel) is { } run
            && await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } report
            && await archive.FindPublishedAsync(profile.Area, run.Period, run.Id, cancel) is { } open)
        {
            return await RenderAsync(profile, run, report, open, reader, isPublished: true, cancel);
        }

        var outcome = await produce.RunAsync(profile, week, new WeeklyRequest(Publish: false), cancel);
        if (outcome is not { Report: { } computed, Run: { } trial })
        {
            return WeeklyPreview.Refused(outcome.Refusal!);
        }

        try
        {
            var rule = profile.Disclosure.Profiles[profile.Disclosure.Mail];
            var copy = WeeklyDisclosure.Apply(computed, rule, profile, outcome.PreviousWeek);
            return await RenderAsync(profile, trial, computed, copy, reader, isPublished: false, cancel);
        }
        catch (InvalidOperationException exposed)
        {
            return WeeklyPreview.Refused(WeeklyOutcome.Exposed(week, exposed));
        }
    }

    private async Task<WeeklyPreview> RenderAsync(
        Profile profile, RunEntry run, WeeklyReport report, WeeklyReport open, Reader reader, bool isPublished, CancellationToken cancel)
    {
        var mail = await mails.ComposeAsync(
            open, profile, reader, await documents.FactsAsync(run, report, cancel), await documents.HistoryAsync(report, cancel), cancel);
        return new WeeklyPreview(mail, await page.ComposeAsync(profile, run, report, reader, cancel), isPublished, Refusal: null);
    }
}
