using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.Tests.Access;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

public sealed class OpenSnapshotTests : IAsyncLifetime
{
    private const string Commissioner = "commissioner@example.org";

    private SnapshotWorld _world = null!;

    public static TheoryData<string?, string?, string?> Routes => new()
    {
        { null, null, null },
        { "definitions", null, null },
        { "2019-03", null, null },
        { "2019-03", "r1", "manifest.json" },
        { "2019-03", "r1", "kpis.csv" },
        { "2019-03", "r1", "kpis.parquet" },
        { "2019-03", "r1", "data-dictionary.html" },
    };

    public async Task InitializeAsync()
    {
        _world = await SnapshotWorld.CreateAsync();
        await _world.Pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        var area = _world.Area(2000);
        await _world.FiguresAsync(area.Report(Month.Parse("2019-03")), "run-a");
        await _world.PublishAsync();
        area.Late(50);
        await _world.FiguresAsync(area.Report(Month.Parse("2019-03")), "run-b");
        await _world.PublishAsync();
        await _world.Pipeline.AddRecipientsAsync(
            new Recipient(Commissioner, "Commissioner", ["commissioner"], ["E10000012"], ["monthly"]),
            new Recipient("lost@example.org", "Lost", ["commissioner"], ["E99999999"], ["monthly"]),
            new Recipient("manager@example.org", "Manager", ["manager"], ["E07000071"], ["weekly"]),
            new Recipient("lead@example.org", "Lead", ["teamlead"], ["E10000012"], ["weekly"]),
            new Recipient("none@example.org", "None", [], ["E10000012"], ["monthly"]));
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Open_Commissioner_SeesEveryRouteAndEachOpeningIsOnRecord(string? month, string? revision, string? file)
    {
        await using var answer = await OpenAsync(Commissioner, month, revision, file);

        Assert.Equal(OpeningState.Opened, answer.State);
        Assert.True(answer.Text.Length > 0 || answer.Content is { Length: > 0 });
        var record = Assert.Single(Audit());
        Assert.Equal(("opened", "id-of-" + Commissioner, "essex"), (record.Outcome, record.ReaderId, record.Area));
        Assert.Equal(file is null ? month == "definitions" ? "definitions" : "snapshots" : $"snapshots/{revision}/{file}", record.Page);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Open_WhoeverIsNoCommissionerOfTheArea_IsRefusedOnEveryRoute(string? month, string? revision, string? file)
    {
        var people = new (string Email, string[] Roles)[]
        {
            ("manager@example.org", []), ("lead@example.org", []), ("none@example.org", []), ("lost@example.org", []), ("stranger@example.org", []),
            ("stranger@example.org", ["commissioner"]), ("manager@example.org", ["manager", "teamlead", "admin"]),
        };
        foreach (var (email, roles) in people)
        {
            await using var answer = await OpenAsync(email, month, revision, file, roles: roles);
            Assert.Equal(OpeningState.Forbidden, answer.State);
            Assert.Null(answer.Content);
            Assert.Null(answer.Link);
        }

        Assert.Equal(people.Length, Audit().Count(record => record.Outcome == "refused"));
        var open = _world.Pipeline.Get<OpenSnapshot>();
        Assert.Equal(OpeningState.NotSignedIn, (await open.RunAsync(new SnapshotRequest("essex", month, revision, file, false), null, default)).State);
    }

    [Fact]
    public async Task Open_InformaticsByItsAppRole_SeesTheSnapshots()
    {
        await using var answer = await OpenAsync("stranger@example.org", roles: "informatics");
        Assert.Equal(OpeningState.Opened, answer.State);
    }

    [Fact]
    public async Task Open_CommissionerOfAnotherArea_IsRefused()
    {
        var principal = Person(Commissioner);
        await using var answer = await _world.Pipeline.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("coventry", "2019-03", null, null, false), principal, default);
        Assert.Equal(OpeningState.Forbidden, answer.State);
    }

    [Theory]
    [InlineData("2019-03", "r1", "latest.json")]
    [InlineData("2019-03", "r1", "../latest.json")]
    [InlineData("2019-03", "r1", "..%2flatest.json")]
    [InlineData("2019-03", "r1", "kpis")]
    [InlineData("2019-03", "r3", "kpis.csv")]
    [InlineData("2019-03", "r0", "kpis.csv")]
    [InlineData("2019-03", "r01", "kpis.csv")]
    [InlineData("2019-03", "1", "kpis.csv")]
    [InlineData("2019-03", "r1", "KPIS.CSV")]
    [InlineData("2019-02", "r1", "kpis.csv")]
    [InlineData("2019-02", null, null)]
    [InlineData("2019-03", "r1", null)]
    [InlineData("march", null, null)]
    [InlineData("..", "r1", "kpis.csv")]
    [InlineData("definitions", "r1", "kpis.csv")]
    public async Task Open_WhatNoManifestNames_IsNotThere(string month, string? revision, string? file)
    {
        await using var answer = await OpenAsync(Commissioner, month, revision, file);
        Assert.Equal(OpeningState.NotFound, answer.State);
        Assert.Null(answer.Content);
    }

    [Fact]
    public async Task Open_RevisionThatThePointerHasNotReached_IsNotThere()
    {
        foreach (var (name, bytes) in _world.Pipeline.Blobs.Contents(Containers.Snapshots).Where(blob => blob.Key.Contains("/r2/", StringComparison.Ordinal)).ToArray())
        {
            using var copy = new MemoryStream(bytes.ToArray());
            await _world.Pipeline.Blobs.WriteAsync(Containers.Snapshots, name.Replace("/r2/", "/r3/", StringComparison.Ordinal), copy, WriteCondition.Absent, default);
        }

        Assert.Equal(OpeningState.NotFound, (await OpenAsync(Commissioner, "2019-03", "r3", "kpis.csv")).State);
        Assert.DoesNotContain("/r3/", (await OpenAsync(Commissioner, "2019-03")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_MonthAsPage_LinksEveryFileOfEveryRevision()
    {
        var page = Composed.Parse((await OpenAsync(Commissioner, "2019-03")).Text);

        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToArray();
        foreach (var revision in new[] { 1, 2 })
        {
            Assert.All(_world.Manifest(revision).Files, file => Assert.Contains($"/api/snapshots/essex/2019-03/r{revision}/{file.Name}", links));
        }

        Assert.Contains("superseded", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("differ from revision 1", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AsJson_GivesMonthsAndManifests()
    {
        using var months = JsonDocument.Parse((await OpenAsync(Commissioner, json: true)).Text);
        Assert.Equal("2019-03 2", $"{months.RootElement.GetProperty("months")[0].GetProperty("month")} {months.RootElement.GetProperty("months")[0].GetProperty("revision")}");
        using var month = JsonDocument.Parse((await OpenAsync(Commissioner, "2019-03", json: true)).Text);
        Assert.Equal(2, month.RootElement.GetProperty("latest").GetInt32());
        Assert.Equal([2, 1], month.RootElement.GetProperty("revisions").EnumerateArray().Select(revision => revision.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Open_StoreThatGivesLinks_LeadsThereForTablesOnly()
    {
        _world.Pipeline.Links.Link = new Uri("https://account.blob.example/link");

        Assert.Equal(_world.Pipeline.Links.Link, (await OpenAsync(Commissioner, "2019-03", "r2", "kpis.parquet")).Link);
        Assert.Null((await OpenAsync(Commissioner, "2019-03", "r2", "data-dictionary.html")).Link);
        Assert.Equal(["snapshots/essex/2019-03/r2/kpis.parquet"], _world.Pipeline.Links.Asked);
        Assert.Equal(2, Audit().Count);
    }

    [Fact]
    public async Task Open_AuditThatCannotBeWritten_ShowsNothing()
    {
        var plan = new FaultPlan();
        using var counted = _world.Pipeline.Process(plan);
        await using (await counted.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", "2019-03", "r1", "kpis.csv", false), Person(Commissioner), default))
        {
        }

        // The record is the call before the file is opened.
        using var faulty = _world.Pipeline.Process(new FaultPlan(plan.Calls - 1));
        await Assert.ThrowsAsync<InjectedFaultException>(() =>
            faulty.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", "2019-03", "r1", "kpis.csv", false), Person(Commissioner), default));
    }

    private static Principal Person(string email, params string[] roles) =>
        new SignIn(new SignInOptions(PlatformSignsIn: true, ActAs: null)).Find(PrincipalHeaders.Person(email, roles), name: null)!;

    private Task<SnapshotAnswer> OpenAsync(string email, string? month = null, string? revision = null, string? file = null, bool json = false, params string[] roles) =>
        _world.Pipeline.Get<OpenSnapshot>().RunAsync(new SnapshotRequest("essex", month, revision, file, json), Person(email, roles), default);

    private List<AuditRecord> Audit() =>
        [.. _world.Pipeline.Blobs.Contents(Containers.Audit).Values.Select(content => JsonSerializer.Deserialize<AuditRecord>(content.Span, PipelineJson.Compact)!)];
}
