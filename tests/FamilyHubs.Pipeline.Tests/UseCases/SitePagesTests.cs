using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Access;
using FamilyHubs.Pipeline.Tests.Publishing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;
using FamilyHubs.Pipeline.UseCases.Quality;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Who may open which page of an area's site, what each page leads to, and that all have the common look.</summary>
public sealed class SitePagesTests : IAsyncLifetime, IDisposable
{
    private const string Batch = "20190401_0200";
    private const string File = "reference/postcodes.csv";

    private readonly MemoryPipeline _pipeline = new(new DateTimeOffset(2019, 4, 8, 9, 0, 0, TimeSpan.Zero), new SignInOptions(PlatformSignsIn: true, ActAs: null));

    /// <summary>Every kind of reader, and the states of overview, week, status, list of extracts, one extract, snapshots.</summary>
    public static TheoryData<string, string?, string> Readers => new()
    {
        { "manager@example.org", null, "ok ok no no no no" },
        { "lead@example.org", null, "ok ok no no no no" },
        { "informatics@example.org", null, "ok ok ok ok ok ok" },
        { "new@example.org", "informatics", "ok ok ok ok ok ok" },
        { "manager@example.org", "informatics", "ok ok ok ok ok ok" },
        { "commissioner@example.org", null, "ok no no no no ok" },
        { "operations@example.org", null, "no no no no no no" },
        { "lost@example.org", null, "no no no no no no" },
        { "none@example.org", null, "no no no no no no" },
        { "stranger@example.org", null, "no no no no no no" },
        { "stranger@example.org", "manager", "no no no no no no" },
        { "stranger@example.org", "operations", "no no no no no no" },
    };

    public async Task InitializeAsync()
    {
        await _pipeline.AddBatchAsync(Batch, new DateTime(2019, 4, 1, 2, 0, 0));
        await _pipeline.AddBatchAsync(File, dateTo: null, sequence: 2);
        await _pipeline.PublishAsync(await SampleWeeklyReport.SignIn);
        foreach (var name in (string[])[Batch, File])
        {
            var quality = new ExtractQuality("essex", name, ExtractState.Done, new DateTime(2019, 4, 1, 2, 0, 0), null, null, [], [], [], []);
            await _pipeline.Get<ExtractQualityReports>().WriteAsync(quality, await SampleWeeklyReport.Essex, default);
        }

        await _pipeline.AddRecipientsAsync(
            new Recipient("manager@example.org", "Manager", ["manager"], ["E07000071"], ["weekly"]),
            new Recipient("lead@example.org", "Lead", ["teamlead"], ["E07000071"], []),
            new Recipient("informatics@example.org", "Informatics", ["informatics"], ["E10000012"], []),
            new Recipient("commissioner@example.org", "Commissioner", ["commissioner"], ["E10000012"], ["monthly"]),
            new Recipient("operations@example.org", "Operations", ["operations"], ["E10000012"], ["alert"]),
            new Recipient("lost@example.org", "Lost", ["informatics"], ["E99999999"], []),
            new Recipient("none@example.org", "None", [], ["E10000012"], []));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _pipeline.Dispose();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Open_EachReaderAndPage_IsAsTheRoleSays(string email, string? role, string expected)
    {
        var reader = Person(email, role);
        var open = _pipeline.Get<OpenReport>();
        List<OpeningState> states =
        [
            (await open.IndexAsync(new ReportRequest("essex"), reader, default)).State,
            (await PageAsync("weekly", reader)).State,
            (await PageAsync("status", reader)).State,
            (await PageAsync("extracts", reader)).State,
            (await PageAsync("extracts", reader, Batch)).State,
            (await _pipeline.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", null, null, null, WantsJson: false), reader, default)).State,
        ];
        Assert.Equal(expected, string.Join(' ', states.Select(state => state == OpeningState.Opened ? "ok" : state == OpeningState.Forbidden ? "no" : $"{state}")));
        Assert.Equal(states.Select(state => state == OpeningState.Opened ? "opened" : "refused").Order(), Audit().Select(record => record.Outcome).Order());
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Navigation_EachReader_LeadsOnlyToWhatOpens(string email, string? role, string expected)
    {
        var reader = Person(email, role);
        var overview = await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), reader, default);
        if (expected.StartsWith("no", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("<", overview.Body, StringComparison.Ordinal);
            return;
        }

        var links = Composed.Parse(overview.Body).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(links);
        foreach (var link in links.Where(link => !link.EndsWith("/monthly", StringComparison.Ordinal)))
        {
            Assert.Equal(OpeningState.Opened, await FollowAsync(link, reader));
        }

        Assert.Equal(expected.Split(' ')[2] == "ok", links.Contains("/api/reports/essex/status"));
        Assert.Equal(expected.Split(' ')[1] == "ok", links.Contains("/api/reports/essex/weekly"));
        Assert.Equal(expected.Split(' ')[5] == "ok", links.Contains("/api/snapshots/essex"));
    }

    [Theory]
    [InlineData("index", null, "/api/reports/essex", "page")]
    [InlineData("weekly", SampleWeeklyReport.Week, "/api/reports/essex/weekly", "true")]
    [InlineData("status", null, "/api/reports/essex/status", "page")]
    [InlineData("extracts", null, "/api/reports/essex/extracts", "page")]
    [InlineData("extracts", Batch, "/api/reports/essex/extracts", "true")]
    [InlineData("extracts", "reference~postcodes.csv", "/api/reports/essex/extracts", "true")]
    [InlineData("snapshots", null, "/api/snapshots/essex", "page")]
    [InlineData("definitions", null, "/api/snapshots/essex/definitions", "page")]
    public async Task Page_OfTheSite_HasTheCommonLookAndRunsNothing(string kind, string? period, string current, string mark)
    {
        var page = Composed.Parse(await HtmlAsync(kind, period, Person("informatics@example.org")));
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("skip", "#main"), (page.Body!.FirstElementChild!.ClassName, page.Body!.FirstElementChild!.GetAttribute("href")));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        var site = Assert.Single(page.QuerySelectorAll("nav.site[aria-label='Site']"));
        var here = Assert.Single(site.QuerySelectorAll("[aria-current]"));
        Assert.Equal((current, mark), (here.GetAttribute("href"), here.GetAttribute("aria-current")));
        Assert.Equal(7, site.QuerySelectorAll("a").Length);
        Assert.Equal(page.QuerySelectorAll("nav").Length, page.QuerySelectorAll("nav[aria-label]").Select(nav => nav.GetAttribute("aria-label")).Distinct().Count());
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, form, img, video, audio, base"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.DoesNotMatch("^(on.*|style|src|srcset|action|xlink:href)$", attribute.Name));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches("^(#[a-z]|/api/(reports|snapshots)/essex)", link.GetAttribute("href")!));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(page.QuerySelectorAll("style")).TextContent)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Overview_Manager_SaysWhatTheNewestWeekSaysAndTheRecordNamesItsRun()
    {
        var reader = Person("manager@example.org");
        var week = Composed.Parse((await PageAsync("weekly", reader)).Body).QuerySelector(".summary li")!.TextContent;
        var overview = Composed.Parse((await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), reader, default)).Body);
        Assert.Equal($"Week {SampleWeeklyReport.Week}: {week}", Assert.Single(overview.QuerySelectorAll(".summary li")).TextContent);
        Assert.All(Audit(), record => Assert.Equal("published" + SampleWeeklyReport.Week, record.RunId));
    }

    [Fact]
    public async Task Overview_Commissioner_HasNoFigureAndNoReport()
    {
        var overview = Composed.Parse((await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), Person("commissioner@example.org"), default)).Body);
        Assert.Null(overview.QuerySelector(".summary, #weekly, #monthly, #operations"));
        Assert.NotNull(overview.GetElementById("snapshots"));
        Assert.Null(Assert.Single(Audit()).RunId);
    }

    [Theory]
    [InlineData("20190402_0200")]
    [InlineData("../../monthly/2019-03/run")]
    [InlineData("..~..~audit")]
    [InlineData("")]
    public async Task Extracts_NameThatTheLedgerHasNot_IsNotFound(string name) =>
        Assert.Equal(OpeningState.NotFound, (await PageAsync("extracts", Person("informatics@example.org"), name)).State);

    [Fact]
    public async Task Extracts_OneFile_IsOnRecordByItsName()
    {
        await PageAsync("extracts", Person("informatics@example.org"), "reference~postcodes.csv");
        var record = Assert.Single(Audit());
        Assert.Equal(("extracts", File, "opened"), (record.Page, record.Period, record.Outcome));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("extracts")]
    public async Task Operations_NobodySignedIn_IsRefused(string kind) =>
        Assert.Equal(OpeningState.NotSignedIn, (await _pipeline.Get<OpenReport>().PageAsync(kind, new ReportRequest("essex"), principal: null, default)).State);

    private static Principal Person(string email, string? role = null) =>
        new SignIn(new SignInOptions(PlatformSignsIn: true, ActAs: null)).Find(PrincipalHeaders.Person(email, role is null ? [] : [role]), name: null)!;

    private Task<ReportOpening> PageAsync(string kind, Principal reader, string? period = null) =>
        _pipeline.Get<OpenReport>().PageAsync(kind, new ReportRequest("essex", period), reader, default);

    private async Task<string> HtmlAsync(string kind, string? period, Principal reader)
    {
        if (kind is "snapshots" or "definitions")
        {
            await using var answer = await _pipeline.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", kind == "definitions" ? kind : null, null, null, WantsJson: false), reader, default);
            return answer.Text;
        }

        return (kind == "index" ? await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), reader, default) : await PageAsync(kind, reader, period)).Body;
    }

    /// <summary>Opens what a link leads to, by the parts of its path as the functions' routes name them.</summary>
    private async Task<OpeningState> FollowAsync(string link, Principal reader)
    {
        var parts = link.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("api", "essex"), (parts[0], parts[2]));
        if (parts[1] == "snapshots")
        {
            return (await _pipeline.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", parts.ElementAtOrDefault(3), null, null, WantsJson: false), reader, default)).State;
        }

        return parts.Length == 3
            ? (await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), reader, default)).State
            : (await PageAsync(parts[3], reader, parts.ElementAtOrDefault(4))).State;
    }

    private List<AuditRecord> Audit() =>
        [.. _pipeline.Blobs.Contents(Containers.Audit).Values.Select(content => JsonSerializer.Deserialize<AuditRecord>(content.Span, PipelineJson.Compact)!)];
}
