using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Renders the page of a month without sending or publishing anything: from the published run, or, where there is none, from a computation that is
/// kept nowhere.
/// </summary>
public sealed class PreviewMonthlyReport(ProduceMonthlyFigures produce, MonthlyDocuments documents, MonthlyReportArchive archive, RenderMonthlyPage page)
{
    private const string Name = "Preview";

    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public async Task<MonthlyPreview> RunAsync(Profile profile, Month month, AccessGrant grant, CancellationToken cancel)
    {
        if (await documents.PublishedAsync(profile.Area, month, cancel) is { } run
            && await archive.FindAsync(profile.Area, run.Period, run.Id, cancel) is { } published
            && await page.RunAsync(profile, run, Name, grant, cancel) is { } html)
        {
            return new MonthlyPreview(html, NationalCsv.Of(published, profile), IsPublished: true, Refusal: null);
        }

        var outcome = await produce.RunAsync(profile, month, new MonthlyRequest(Practitioners: true, Families: true, Publish: false), cancel);
        return outcome is { Report: { } report, Run: { } trial }
            ? new MonthlyPreview(
                await page.ComposeAsync(profile, trial, report, outcome.Details, changes: null, Name, grant, cancel),
                NationalCsv.Of(report, profile), IsPublished: false, Refusal: null)
            : MonthlyPreview.Refused(outcome.Refusal!);
    }
}
