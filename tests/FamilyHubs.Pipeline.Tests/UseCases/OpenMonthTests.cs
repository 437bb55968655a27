using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Access;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Who may open the page of a month, and what of it.</summary>
public sealed class OpenMonthTests : IAsyncLifetime, IDisposable
{
    private readonly MemoryPipeline _pipeline = new(new DateTimeOffset(2019, 4, 5, 5, 0, 0, TimeSpan.Zero), new SignInOptions(PlatformSignsIn: true, ActAs: null));

    public async Task InitializeAsync()
    {
        await _pipeline.AddBatchAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0));
        await _pipeline.Get<RunDueMonthlyFigures>().RunAsync(default);
        await _pipeline.AddRecipientsAsync(
            new Recipient("manager@example.org", "Manager", ["manager"], ["E07000071"], ["weekly"]),
            new Recipient("lead@example.org", "Lead", ["teamlead"], ["E07000071"], []),
            new Recipient("informatics@example.org", "Informatics", ["informatics"], ["E10000012"], []),
            new Recipient("commissioner@example.org", "Commissioner", ["commissioner"], ["E10000012"], ["monthly"]));
        foreach (var (month, text) in ((string, string)[])[("2019-02", "February words"), ("2019-03", "March words"), ("2019-04", "April words")])
        {
            await _pipeline.Blobs.WriteAsync(
                Containers.Landing, $"essex/returns/family-voice-{month}.md", new MemoryStream(Encoding.UTF8.GetBytes(text)), WriteCondition.Always, default);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _pipeline.Dispose();

    [Theory]
    [InlineData("manager@example.org", true, false)]
    [InlineData("lead@example.org", true, true)]
    [InlineData("informatics@example.org", false, false)]
    public async Task Monthly_Role_SeesTheListsItMay(string email, bool families, bool practitioners)
    {
        var opening = await OpenAsync(email);
        Assert.Equal(OpeningState.Opened, opening.State);
        var page = Composed.Parse(opening.Body);
        Assert.Equal((families, practitioners), (page.GetElementById("families") is not null, page.GetElementById("practitioners") is not null));
        Assert.Equal(families, opening.Body.Contains("March words", StringComparison.Ordinal));
        Assert.DoesNotContain("April words", opening.Body, StringComparison.Ordinal);
        var record = Assert.Single(Audit());
        Assert.Equal(("monthly", "2019-03", "opened"), (record.Page, record.Period, record.Outcome));
    }

    [Theory]
    [InlineData("commissioner@example.org", null)]
    [InlineData("stranger@example.org", null)]
    [InlineData("manager@example.org", "E07000076")]
    public async Task Monthly_NotTheOwn_IsForbiddenAndOnRecord(string email, string? code)
    {
        Assert.Equal(OpeningState.Forbidden, (await OpenAsync(email, code: code)).State);
        var record = Assert.Single(Audit());
        Assert.Equal(("monthly", "2019-03", "refused"), (record.Page, record.Period, record.Outcome));
    }

    [Fact]
    public async Task Monthly_NoMonth_IsTheNewest() => Assert.Contains("March 2019", (await OpenAsync("manager@example.org", month: null)).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("2019-02")]
    [InlineData("2019-W13")]
    [InlineData("../essex")]
    public async Task Monthly_NoSuchMonth_IsNotFound(string month) => Assert.Equal(OpeningState.NotFound, (await OpenAsync("manager@example.org", month)).State);

    [Theory]
    [InlineData("yearly")]
    [InlineData("")]
    public async Task Page_NoSuchKind_IsNotFound(string kind) => Assert.Equal(
        OpeningState.NotFound, (await _pipeline.Get<OpenReport>().PageAsync(kind, new ReportRequest("essex"), Person("manager@example.org"), default)).State);

    [Fact]
    public async Task Index_OfTheArea_LinksTheMonth()
    {
        var opening = await _pipeline.Get<OpenReport>().IndexAsync(new ReportRequest("essex"), Person("manager@example.org"), default);
        Assert.Equal("March 2019", Composed.Parse(opening.Body).QuerySelector("#monthly a[href='/api/reports/essex/monthly/2019-03']")!.TextContent);
    }

    private static Principal Person(string email) =>
        new SignIn(new SignInOptions(PlatformSignsIn: true, ActAs: null)).Find(PrincipalHeaders.Person(email, []), name: null)!;

    private Task<ReportOpening> OpenAsync(string email, string? month = "2019-03", string? code = null) =>
        _pipeline.Get<OpenReport>().PageAsync("monthly", new ReportRequest("essex", month, code), Person(email), default);

    private List<AuditRecord> Audit() =>
        [.. _pipeline.Blobs.Contents(Containers.Audit).Values.Select(content => JsonSerializer.Deserialize<AuditRecord>(content.Span, PipelineJson.Compact)!)];
}
