using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Access;
using FamilyHubs.Pipeline.Tests.Publishing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class OpenReportTests : IAsyncLifetime, IDisposable
{
    private const string Colchester = "E07000071";
    private const string Tendring = "E07000076";
    private const string Harlow = "E07000073";
    private const string Week = SampleWeeklyReport.Week;

    private static readonly DateTimeOffset Now = new(2019, 4, 1, 8, 15, 30, TimeSpan.Zero);

    private readonly MemoryPipeline _pipeline = new(Now, new SignInOptions(PlatformSignsIn: true, ActAs: null));

    public async Task InitializeAsync()
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await _pipeline.PublishAsync(await SampleWeeklyReport.SignIn);
        await _pipeline.AddRecipientsAsync(
            new Recipient("colchester@example.org", "Colchester", ["manager"], [Colchester], ["weekly"]),
            new Recipient("commissioner@example.org", "Commissioner", ["commissioner"], ["E10000012"], ["monthly"]),
            new Recipient("informatics@example.org", "Informatics", ["informatics"], ["E10000012"], ["weekly"]),
            new Recipient("none@example.org", "No role", [], [Colchester], ["weekly"]),
            new Recipient("lost@example.org", "Lost", ["manager"], ["E99999999"], ["weekly"]));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task Weekly_Manager_SeesTheOwnCatchmentWithItsChildren()
    {
        var opening = await OpenAsync("colchester@example.org");
        Assert.Equal(OpeningState.Opened, opening.State);
        var page = Composed.Parse(opening.Body);
        Assert.Contains("Colchester", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("children"));
        Assert.DoesNotContain("Harlow", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weekly_AddressInAnotherCase_IsTheSamePerson() =>
        Assert.Equal(OpeningState.Opened, (await OpenAsync("Colchester@Example.ORG")).State);

    [Fact]
    public async Task Weekly_NoWeek_IsTheNewest()
    {
        await _pipeline.PublishAsync(await SampleWeeklyReport.SignIn with { Week = "2019-W12", AsOf = new DateOnly(2019, 3, 24) });
        var opening = await OpenAsync("colchester@example.org", week: null);
        Assert.Contains(Week, opening.Body, StringComparison.Ordinal);
        Assert.Equal(Week, Assert.Single(Audit()).Period);
    }

    [Theory]
    [InlineData(Tendring)]
    [InlineData("NE")]
    [InlineData("E10000012")]
    [InlineData("")]
    [InlineData("E99999999")]
    [InlineData("../audit")]
    public async Task Weekly_CodeBeyondTheOwn_IsForbiddenAndOnRecord(string code)
    {
        var opening = await OpenAsync("colchester@example.org", code: code);
        Assert.Equal(OpeningState.Forbidden, opening.State);
        Assert.DoesNotContain("<", opening.Body, StringComparison.Ordinal);
        var record = Assert.Single(Audit());
        Assert.Equal(("refused", "id-of-colchester@example.org", Week), (record.Outcome, record.ReaderId, record.Period));
        Assert.Null(record.RunId);
    }

    [Fact]
    public async Task Weekly_InformaticsAsksForOneDistrict_SeesItsFiguresWithoutChildren()
    {
        var opening = await OpenAsync("informatics@example.org", code: Harlow);
        Assert.Equal(OpeningState.Opened, opening.State);
        Assert.Null(Composed.Parse(opening.Body).GetElementById("children"));
        Assert.Equal([Harlow], Assert.Single(Audit()).Codes);
    }

    [Fact]
    public async Task Weekly_InformaticsByAppRoleAlone_SeesTheArea() =>
        Assert.Equal(OpeningState.Opened, (await OpenAsync("new@example.org", roles: "informatics")).State);

    [Theory]
    [InlineData("commissioner@example.org", null)]
    [InlineData("none@example.org", null)]
    [InlineData("lost@example.org", null)]
    [InlineData("stranger@example.org", null)]
    [InlineData("stranger@example.org", "manager")]
    [InlineData("stranger@example.org", "commissioner")]
    public async Task Weekly_NoRoleOrNoCode_IsForbidden(string email, string? appRole) =>
        Assert.Equal(OpeningState.Forbidden, (await OpenAsync(email, roles: appRole)).State);

    [Fact]
    public async Task Weekly_RoleFromTheDirectory_OpensTheCodesOfTheList() =>
        Assert.Equal(OpeningState.Opened, (await OpenAsync("none@example.org", roles: "manager")).State);

    [Fact]
    public async Task Weekly_ForgedHeaderWhileAuthenticationIsOff_IsNotSignedInAndNotOnRecord()
    {
        var forged = new SignIn(SignInOptions.Nobody).Find(PrincipalHeaders.Person("colchester@example.org", "manager"), "colchester@example.org");
        var opening = await _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest("essex", Week), forged, default);
        Assert.Equal(OpeningState.NotSignedIn, opening.State);
        Assert.Empty(Audit());
    }

    [Theory]
    [InlineData("2019-W14")]
    [InlineData("2019-W99")]
    [InlineData("latest")]
    [InlineData("..")]
    public async Task Weekly_UnknownWeek_IsNotFound(string week)
    {
        Assert.Equal(OpeningState.NotFound, (await OpenAsync("colchester@example.org", week)).State);
        Assert.Empty(Audit());
    }

    [Theory]
    [InlineData("atlantis")]
    [InlineData("Essex")]
    [InlineData("essex/..")]
    public async Task Weekly_UnknownArea_IsNotFound(string area)
    {
        var opening = await _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest(area, Week), Person("colchester@example.org"), default);
        Assert.Equal(OpeningState.NotFound, opening.State);
    }

    [Fact]
    public async Task Weekly_AnotherArea_IsForbiddenToThoseOfThisOne()
    {
        var opening = await _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest("hackney", Week), Person("colchester@example.org"), default);
        Assert.Equal(OpeningState.Forbidden, opening.State);
    }

    [Fact]
    public async Task Weekly_ForbiddenReader_DoesNotLearnWhichWeeksThereAre() =>
        Assert.Equal(OpeningState.Forbidden, (await OpenAsync("stranger@example.org", "2019-W14")).State);

    [Fact]
    public async Task Weekly_EveryOpening_IsAppendedUnderItsDay()
    {
        await OpenAsync("colchester@example.org");
        await OpenAsync("colchester@example.org");
        var names = _pipeline.Blobs.Contents(Containers.Audit).Keys.ToList();
        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.Matches("^essex/2019-04-01/0815300000000-[0-9a-f]{16}\\.json$", name));
        Assert.All(Audit(), record =>
        {
            Assert.Equal((Now, "id-of-colchester@example.org", "colchester@example.org"), (record.At, record.ReaderId, record.Email));
            Assert.Equal(("essex", "weekly", Week, "opened", "published" + Week), (record.Area, record.Page, record.Period, record.Outcome, record.RunId));
            Assert.Equal([Colchester], record.Codes);
        });
    }

    [Fact]
    public async Task Weekly_LocalReader_SeesTheCodeOfTheSetting()
    {
        var local = new SignIn(new SignInOptions(false, new ActingReader("manager", Harlow))).Find(principal: null, name: null);
        var opening = await _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest("essex", Week), local, default);
        Assert.Contains("Harlow", Composed.Parse(opening.Body).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var other = await _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest("essex", Week, Colchester), local, default);
        Assert.Equal(OpeningState.Forbidden, other.State);
    }

    [Fact]
    public async Task Index_Manager_ListsTheWeeksNewestFirst()
    {
        await _pipeline.PublishAsync(await SampleWeeklyReport.SignIn with { Week = "2019-W12", AsOf = new DateOnly(2019, 3, 24) });
        var opening = await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), Person("colchester@example.org"), default);
        Assert.Equal(
            ["/api/reports/essex/weekly/2019-W13", "/api/reports/essex/weekly/2019-W12"],
            Composed.Parse(opening.Body).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Equal("index", Assert.Single(Audit()).Page);
    }

    [Fact]
    public async Task Index_NobodyOrNoRole_IsRefused()
    {
        var open = _pipeline.Get<OpenReport>();
        Assert.Equal(OpeningState.NotSignedIn, (await open.IndexAsync(new ReportRequest("essex"), principal: null, default)).State);
        Assert.Equal(OpeningState.Forbidden, (await open.IndexAsync(new ReportRequest("essex"), Person("stranger@example.org"), default)).State);
    }

    private static Principal Person(string email, params string[] roles) =>
        new SignIn(new SignInOptions(PlatformSignsIn: true, ActAs: null)).Find(PrincipalHeaders.Person(email, roles), name: null)!;

    private Task<ReportOpening> OpenAsync(string email, string? week = Week, string? code = null, string? roles = null) =>
        _pipeline.Get<OpenReport>().WeeklyAsync(new ReportRequest("essex", week, code), Person(email, roles is null ? [] : [roles]), default);

    private List<AuditRecord> Audit() =>
        [.. _pipeline.Blobs.Contents(Containers.Audit).Values.Select(content => JsonSerializer.Deserialize<AuditRecord>(content.Span, PipelineJson.Compact)!)];
}
