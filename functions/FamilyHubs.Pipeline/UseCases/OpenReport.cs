using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Site;
using FamilyHubs.Pipeline.Telemetry;
using FamilyHubs.Pipeline.UseCases.Site;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Opens a sign-in page for a reader (product.md, What may travel in an e-mail): who is signed in, what that person may see, and the record of
/// the opening, which is written before anything is shown. What is not allowed is refused before it is said whether it exists.
/// </summary>
public sealed partial class OpenReport(
    AreaProfiles profiles,
    ReaderAccess access,
    SiteAccess site,
    AuditTrail audit,
    WeeklyDocuments weeks,
    RenderWeeklyPage weekly,
    MonthlyDocuments months,
    RenderMonthlyPage monthly,
    ShowOverview overview,
    ShowHealth health,
    TimeProvider time,
    ILogger<OpenReport> log)
{
    private const string WeeklyPage = "weekly";
    private const string MonthlyPage = "monthly";
    private const string IndexPage = "index";
    private const string StatusPage = "status";
    private const string ExtractsPage = "extracts";
    private const string Opened = "opened";
    private const string Refused = "refused";

    private delegate Task<ShownPage?> Show(Visit visit, CancellationToken cancel);

    /// <summary>A page by its kind as given in the address: weekly, monthly, status or extracts.</summary>
    public Task<ReportOpening> PageAsync(string kind, ReportRequest request, Principal? principal, CancellationToken cancel) => kind switch
    {
        WeeklyPage => WeeklyAsync(request, principal, cancel),
        MonthlyPage => MonthlyAsync(request, principal, cancel),
        StatusPage => OpenAsync(StatusPage, request, principal, IsForOperations, StatusAsync, "There is no such page.", cancel),
        ExtractsPage => OpenAsync(ExtractsPage, request, principal, IsForOperations, health.ExtractsAsync, "There is no report of that extract.", cancel),
        _ => OpenAsync(IndexPage, request, principal, IsForReports, (_, _) => Task.FromResult<ShownPage?>(null), "There is no such report.", cancel),
    };

    /// <summary>The page of a month of the reader's catchment.</summary>
    public Task<ReportOpening> MonthlyAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(MonthlyPage, request, principal, IsForReports, ShowMonthAsync, "There is no report of that month.", cancel);

    /// <summary>The weekly page of the reader's catchment.</summary>
    public Task<ReportOpening> WeeklyAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(WeeklyPage, request, principal, IsForReports, ShowWeekAsync, "There is no report of that week.", cancel);

    /// <summary>The overview of an area, for everybody who may open anything of it.</summary>
    public Task<ReportOpening> IndexAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(IndexPage, request, principal, (grant, rights) => !grant.IsNone || rights.Snapshots, async (visit, stop) => await overview.RunAsync(visit, stop), "There is no such area.", cancel);

    private static bool IsForReports(AccessGrant grant, SiteRights rights) => !grant.IsNone;

    private static bool IsForOperations(AccessGrant grant, SiteRights rights) => !grant.IsNone && grant.SeesOperations && rights.Operations;

    /// <param name="page">Kind of page, for the record.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="principal">Who is signed in.</param>
    /// <param name="isAllowed">Whether the reader may open the page.</param>
    /// <param name="show">The page; null when there is none.</param>
    /// <param name="missing">The sentence in the place of a page that there is not.</param>
    /// <param name="cancel">Cancels.</param>
    private async Task<ReportOpening> OpenAsync(
        string page, ReportRequest request, Principal? principal, Func<AccessGrant, SiteRights, bool> isAllowed, Show show, string missing, CancellationToken cancel)
    {
        if (principal is null)
        {
            Log.NotSignedIn(log, page);
            PipelineMetrics.PageAnswered(page, "not-signed-in");
            return new ReportOpening(OpeningState.NotSignedIn, "Sign in to see this page.");
        }

        if (!(await profiles.AreasAsync(cancel)).Contains(request.Area, StringComparer.Ordinal))
        {
            return Missing("There is no such area.");
        }

        var profile = await profiles.GetAsync(request.Area, cancel);
        var grant = await access.DecideAsync(profile, principal, request.Code, cancel);
        var visit = new Visit(profile, request, principal, grant, await site.DecideAsync(profile, principal, cancel));
        if (!isAllowed(grant, visit.Rights))
        {
            await audit.AppendAsync(Record(visit, page, Asked(request.Period), [], run: null, Refused), cancel);
            Log.Forbidden(log, page, request.Area, principal.Id);
            PipelineMetrics.PageAnswered(page, Refused);
            return new ReportOpening(OpeningState.Forbidden, "You may not see this page. Ask business informatics if it should be yours.");
        }

        if (await show(visit, cancel) is not { } shown)
        {
            PipelineMetrics.PageAnswered(page, "missing");
            return Missing(missing);
        }

        await audit.AppendAsync(Record(visit, page, shown.Period, grant.Codes, shown.Run, Opened), cancel);
        PipelineMetrics.PageAnswered(page, Opened);
        return new ReportOpening(OpeningState.Opened, shown.Html);
    }

    private async Task<ShownPage?> StatusAsync(Visit visit, CancellationToken cancel) =>
        visit.Request.Period is null ? await health.StatusAsync(visit, cancel) : null;

    private async Task<ShownPage?> ShowWeekAsync(Visit visit, CancellationToken cancel)
    {
        var named = visit.Request.Period ?? (await weeks.WeeksAsync(visit.Area, cancel) is [.., var newest] ? newest.ToString() : null);
        return IsoWeek.TryParse(named, out var week)
            && await weeks.PublishedAsync(visit.Area, week.ToString(), cancel) is { } run
            && await weekly.RunAsync(visit.Profile, run, visit.ReaderOf(SitePage.Week), visit.Grant.SeesChildren, cancel) is { } html
            ? new ShownPage(html, run.Period, run.Id)
            : null;
    }

    private async Task<ShownPage?> ShowMonthAsync(Visit visit, CancellationToken cancel)
    {
        var named = visit.Request.Period ?? (await months.MonthsAsync(visit.Area, cancel) is [.., var newest] ? newest.ToString() : null);
        return Month.TryParse(named, out var month)
            && await months.PublishedAsync(visit.Area, month, cancel) is { } run
            && await monthly.RunAsync(visit.Profile, run, visit.ReaderOf(SitePage.Month), visit.Grant, cancel) is { } html
            ? new ShownPage(html, run.Period, run.Id)
            : null;
    }

    /// <summary>The period that was asked for, as the product writes it; null for what is none, which is not kept.</summary>
    private static string? Asked(string? period) =>
        IsoWeek.TryParse(period, out var week) ? week.ToString() : Month.TryParse(period, out var month) ? month.ToString() : null;

    private AuditRecord Record(Visit visit, string page, string? period, IReadOnlyList<string> codes, string? run, string outcome) =>
        new(time.GetUtcNow(), visit.Principal.Id, visit.Principal.Email, visit.Area, page, period, codes, run, outcome);

    private static ReportOpening Missing(string sentence) => new(OpeningState.NotFound, sentence);

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "The {Page} page was asked for without a sign-in that can be believed", EventName = "PageWithoutSignIn")]
        public static partial void NotSignedIn(ILogger logger, string page);

        [LoggerMessage(4002, LogLevel.Warning, "The {Page} page of {Area} was refused to the reader {Reader}", EventName = "PageForbidden")]
        public static partial void Forbidden(ILogger logger, string page, string area, string reader);
    }
}
