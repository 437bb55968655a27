using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the page and the mail of a month without sending or publishing anything: from the published run and snapshot, or, where there is none,
/// from a computation that is kept nowhere.
/// </summary>
public sealed class PreviewMonthlyReport(
    ProduceMonthlyFigures produce, MonthlyDocuments documents, MonthlyReportArchive archive, RenderMonthlyPage page, MonthlyMails mails)
{
    private const string Name = "Preview";

    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<MonthlyPreview> RunAsync(Profile profile, Month month, AccessGrant grant, bool isCommissioner, CancellationToken cancel)
    {
        try
        {
            return await RenderAsync(profile, month, grant, isCommissioner, cancel);
        }
        catch (InvalidOperationException exposed)
        {
            return MonthlyPreview.Refused($"The disclosure check refuses the mail of {month}: {exposed.Message}");
        }
    }

    private async Task<MonthlyPreview> RenderAsync(Profile profile, Month month, AccessGrant grant, bool isCommissioner, CancellationToken cancel)
    {
        if (await documents.PublishedAsync(profile.Area, month, cancel) is { } run
            && await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } published
            && await page.RunAsync(profile, run, Name, grant, cancel) is { } html)
        {
            return new MonthlyPreview(html, await MailAsync(run, published), NationalCsv.Of(published, profile), IsPublished: true, Refusal: null);
        }

        var outcome = await produce.RunAsync(profile, month, new MonthlyRequest(Practitioners: true, Families: true, Publish: false), cancel);
        return outcome is { Report: { } report, Run: { } trial }
            ? new MonthlyPreview(
                await page.ComposeAsync(profile, trial, report, outcome.Details, changes: null, Name, grant, cancel),
                await MailAsync(trial, report), NationalCsv.Of(report, profile), IsPublished: false, Refusal: null)
            : MonthlyPreview.Refused(outcome.Refusal!);

        async Task<MailContent> MailAsync(RunEntry of, MonthlyReport computed) => await mails.ComposeAsync(
            await mails.FindAsync(profile, month, cancel) ?? await mails.TryAsync(profile, of, computed, cancel),
            profile, new Reader(Name, grant.Codes), isCommissioner, cancel);
    }
}
