using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Opens a sign-in page for a reader (product.md, What may travel in an e-mail): who is signed in, what that person may see, and the record of
/// the opening, which is written before anything is shown. What is not allowed is refused before it is said whether it exists.
/// </summary>
public sealed partial class OpenReport(
    AreaProfiles profiles,
    ReaderAccess access,
    AuditTrail audit,
    WeeklyDocuments documents,
    RenderWeeklyPage weekly,
    MonthlyDocuments months,
    RenderMonthlyPage monthly,
    ReportIndexComposer index,
    ITables tables,
    TimeProvider time,
    ILogger<OpenReport> log)
{
    private const string WeeklyPage = "weekly";
    private const string MonthlyPage = "monthly";
    private const string IndexPage = "index";
    private const string Opened = "opened";
    private const string Refused = "refused";

    private readonly FigureStore _weeks = new(tables, TableNames.PriorityGroupWeekly);

    /// <summary>A page by its kind as given in the address: weekly or monthly.</summary>
    public Task<ReportOpening> PageAsync(string kind, ReportRequest request, Principal? principal, CancellationToken cancel) => kind switch
    {
        WeeklyPage => WeeklyAsync(request, principal, cancel),
        MonthlyPage => MonthlyAsync(request, principal, cancel),
        _ => OpenAsync(IndexPage, request, principal, (_, _, _, _, _) => Task.FromResult(Missing("There is no such report.")), cancel),
    };

    /// <summary>The page of a month of the reader's catchment.</summary>
    public Task<ReportOpening> MonthlyAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(MonthlyPage, request, principal, ShowMonthAsync, cancel);

    /// <summary>The weekly page of the reader's catchment.</summary>
    public Task<ReportOpening> WeeklyAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(WeeklyPage, request, principal, ShowWeekAsync, cancel);

    /// <summary>The list of the reports of an area.</summary>
    public Task<ReportOpening> IndexAsync(ReportRequest request, Principal? principal, CancellationToken cancel) =>
        OpenAsync(IndexPage, request, principal, ShowIndexAsync, cancel);

    private async Task<ReportOpening> OpenAsync(
        string page,
        ReportRequest request,
        Principal? principal,
        Func<Profile, ReportRequest, Principal, AccessGrant, CancellationToken, Task<ReportOpening>> show,
        CancellationToken cancel)
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
        if (grant.IsNone)
        {
            await audit.AppendAsync(
                Record(principal, profile, page, Asked(request.Period), [], run: null, Refused), cancel);
            Log.Forbidden(log, page, request.Area, principal.Id);
            PipelineMetrics.PageAnswered(page, Refused);
            return new ReportOpening(OpeningState.Forbidden, "You may not see this page. Ask business informatics if it should be yours.");
        }

        var opening = await show(profile, request, principal, grant, cancel);
        PipelineMetrics.PageAnswered(page, opening.State == OpeningState.Opened ? Opened : "missing");
        return opening;
    }

    private async Task<ReportOpening> ShowWeekAsync(
        Profile profile, ReportRequest request, Principal principal, AccessGrant grant, CancellationToken cancel)
    {
        var named = request.Period ?? await NewestAsync(profile.Area, cancel);
        if (!IsoWeek.TryParse(named, out var week)
            || await documents.PublishedAsync(profile.Area, week.ToString(), cancel) is not { } run
            || await weekly.RunAsync(profile, run, new Reader(principal.Name, grant.Codes), grant.SeesChildren, cancel) is not { } html)
        {
            return Missing("There is no report of that week.");
        }

        await audit.AppendAsync(Record(principal, profile, WeeklyPage, run.Period, grant.Codes, run.Id, Opened), cancel);
        return new ReportOpening(OpeningState.Opened, html);
    }

    private async Task<ReportOpening> ShowMonthAsync(
        Profile profile, ReportRequest request, Principal principal, AccessGrant grant, CancellationToken cancel)
    {
        var named = request.Period ?? (await months.MonthsAsync(profile.Area, cancel) is [.., var newest] ? newest.ToString() : null);
        if (!Month.TryParse(named, out var month)
            || await months.PublishedAsync(profile.Area, month, cancel) is not { } run
            || await monthly.RunAsync(profile, run, principal.Name, grant, cancel) is not { } html)
        {
            return Missing("There is no report of that month.");
        }

        await audit.AppendAsync(Record(principal, profile, MonthlyPage, run.Period, grant.Codes, run.Id, Opened), cancel);
        return new ReportOpening(OpeningState.Opened, html);
    }

    /// <summary>The period that was asked for, as the product writes it; null for what is none, which is not kept.</summary>
    private static string? Asked(string? period) =>
        IsoWeek.TryParse(period, out var week) ? week.ToString() : Month.TryParse(period, out var month) ? month.ToString() : null;

    private async Task<ReportOpening> ShowIndexAsync(
        Profile profile, ReportRequest request, Principal principal, AccessGrant grant, CancellationToken cancel)
    {
        var weeks = (await _weeks.PeriodsAsync(profile.Area, cancel)).Select(IsoWeek.Parse);
        var html = await index.ComposeAsync(profile, [.. weeks.OrderDescending()], [.. (await months.MonthsAsync(profile.Area, cancel)).OrderDescending()], cancel);
        await audit.AppendAsync(Record(principal, profile, IndexPage, period: null, grant.Codes, run: null, Opened), cancel);
        return new ReportOpening(OpeningState.Opened, html);
    }

    private async Task<string?> NewestAsync(string area, CancellationToken cancel) =>
        await _weeks.PeriodsAsync(area, cancel) is [.., var newest] ? newest : null;

    private AuditRecord Record(
        Principal principal, Profile profile, string page, string? period, IReadOnlyList<string> codes, string? run, string outcome) =>
        new(time.GetUtcNow(), principal.Id, principal.Email, profile.Area, page, period, codes, run, outcome);

    private static ReportOpening Missing(string sentence) => new(OpeningState.NotFound, sentence);

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "The {Page} page was asked for without a sign-in that can be believed", EventName = "PageWithoutSignIn")]
        public static partial void NotSignedIn(ILogger logger, string page);

        [LoggerMessage(4002, LogLevel.Warning, "The {Page} page of {Area} was refused to the reader {Reader}", EventName = "PageForbidden")]
        public static partial void Forbidden(ILogger logger, string page, string area, string reader);
    }
}
