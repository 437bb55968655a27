using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes the mails of a month, and the pack on a snapshot's page, from the published snapshots, so that all of them together say nothing that
/// snapshots alone do not.
/// </summary>
public sealed class MonthlyMails(
    SnapshotStore store, SnapshotDrafts drafts, RunLedger runs, MonthlyDocuments documents, MonthlyMailComposer composer, SiteOptions site)
{
    private const int TrendMonths = 24;
    private const int RevisedMonths = 12;

    /// <summary>What the newest snapshot of the month says; null when there is none.</summary>
    public async Task<MonthlyMailBasis?> FindAsync(Profile profile, Month month, CancellationToken cancel) =>
        await DraftAsync(profile.Area, month, cancel) is { } draft && await runs.FindAsync(profile.Area, draft.Origin.Run, cancel) is { } run
            ? await BasisAsync(profile, run, draft.Month.Published, draft.Disclosure, cancel)
            : null;

    /// <summary>The same of figures that are not published, to look at.</summary>
    /// <exception cref="InvalidOperationException">The figures cannot be protected.</exception>
    public Task<MonthlyMailBasis> TryAsync(Profile profile, RunEntry run, MonthlyReport report, CancellationToken cancel)
    {
        var rule = profile.Disclosure.Profiles[profile.Disclosure.Snapshot];
        return BasisAsync(profile, run, MonthlyDisclosure.Apply(report with { Families = null, Practitioners = null }, rule, profile), rule, cancel);
    }

    /// <summary>The mail of a reader.</summary>
    /// <param name="basis">What it is cut from.</param>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="reader">Name and codes of the reader.</param>
    /// <param name="isCommissioner">The commissioners' pack, with the way to the files; else the managers' month, with the way to the page.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public Task<MailContent> ComposeAsync(MonthlyMailBasis basis, Profile profile, Reader reader, bool isCommissioner, CancellationToken cancel) =>
        composer.ComposeAsync(ViewOf(basis, profile, reader, isCommissioner), cancel);

    /// <summary>The commissioners' pack of the whole area, for the page of the snapshot; null when none is published.</summary>
    public async Task<MonthlyMailView?> FindPackAsync(Profile profile, Month month, CancellationToken cancel) =>
        await FindAsync(profile, month, cancel) is { } basis
            ? ViewOf(basis, profile, new Reader(string.Empty, [profile.Geography.Area.Code]), isCommissioner: true)
            : null;

    private MonthlyMailView ViewOf(MonthlyMailBasis basis, Profile profile, Reader reader, bool isCommissioner)
    {
        var page = isCommissioner ? site.SnapshotPage(profile.Area, basis.Run.Period) : basis.Facts.Page;
        var view = new MonthlyView(
            basis.Report, MonthlyDetails.Empty with { Trends = basis.Trends }, profile, reader, basis.Facts with { Page = page }, basis.Rule);
        return new MonthlyMailView(view, isCommissioner, basis.Revised);
    }

    private async Task<MonthlyMailBasis> BasisAsync(Profile profile, RunEntry run, MonthlyReport report, DisclosureRule rule, CancellationToken cancel)
    {
        var month = Month.Parse(run.Period);
        return new MonthlyMailBasis(
            run,
            report,
            rule,
            await documents.FactsAsync(profile, run, cancel),
            [.. await TrendsAsync(profile.Area, month, cancel), .. CountsOf(month, report)],
            await RevisedAsync(profile.Area, month, cancel));
    }

    /// <summary>The KPIs of the months before.</summary>
    private async Task<IReadOnlyList<KpiMonthCount>> TrendsAsync(string area, Month last, CancellationToken cancel)
    {
        List<KpiMonthCount> trends = [];
        foreach (var month in (await store.MonthsAsync(area, cancel)).Where(month => last.AddMonths(-TrendMonths) < month && month < last))
        {
            if (await DraftAsync(area, month, cancel) is { } draft)
            {
                trends.AddRange(CountsOf(month, draft.Month.Published));
            }
        }

        return trends;
    }

    /// <summary>A figure that is hidden is left out.</summary>
    private static IEnumerable<KpiMonthCount> CountsOf(Month month, MonthlyReport published) => published.Kpis
        .Where(row => row is { Period: "month", Numerator: not null, Denominator: not null })
        .Select(row => new KpiMonthCount(row.Kpi, row.Level, row.Code, month.ToString(), row.Numerator!.Value, row.Denominator!.Value));

    private async Task<IReadOnlyList<RevisedMonth>> RevisedAsync(string area, Month last, CancellationToken cancel)
    {
        List<RevisedMonth> revised = [];
        foreach (var month in (await store.MonthsAsync(area, cancel)).Where(month => last.AddMonths(-RevisedMonths) < month && month <= last).OrderDescending())
        {
            if (await store.FindAsync(area, month.ToString(), cancel) is { Pointer.Revision: > 1 and var revision }
                && await store.ManifestAsync(area, month.ToString(), revision, cancel) is { } manifest)
            {
                revised.Add(new RevisedMonth(month.ToString(), revision, manifest.Changes.Count));
            }
        }

        return revised;
    }

    private async Task<SnapshotDraft?> DraftAsync(string area, Month month, CancellationToken cancel) =>
        await store.FindAsync(area, month.ToString(), cancel) is { } newest
            ? await drafts.FindAsync(area, month.ToString(), newest.Pointer.Revision, cancel)
            : null;
}
