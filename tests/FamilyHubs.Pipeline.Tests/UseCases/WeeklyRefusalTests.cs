using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Tests.Publishing;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class WeeklyRefusalTests : IAsyncLifetime, IDisposable
{
    private static readonly IsoWeek Week = IsoWeek.Parse("2019-W13");

    private readonly MemoryPipeline _pipeline = new(new DateTimeOffset(2019, 4, 1, 5, 0, 0, TimeSpan.Zero));

    public Task InitializeAsync() => _pipeline.AddRecipientsAsync(new Recipient("area@example.org", "Area", ["manager"], ["E10000012"], ["weekly"]));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task Produce_FiguresThatCanBeProtected_IsPublishedAndMailed()
    {
        await AddExtractAsync();
        var outcome = await ProduceAsync();
        Assert.Null(outcome.Refusal);
        Assert.Equal(RunState.Done, outcome.Run!.State);
        Assert.True((await SendAsync(outcome)).AllAccepted);
    }

    [Fact]
    public async Task Produce_WithAllCombinations_IsTheSameRunAndTheNextWeekComparesWithIt()
    {
        await AddExtractAsync();
        var before = await _pipeline.Get<ProduceWeeklyReport>().RunAsync(
            await TestProfiles.EssexAsync(), Week.Previous, new WeeklyRequest(AllCombinations: true), default);
        var after = await ProduceAsync();
        Assert.Equal(RunState.Done, before.Run!.State);
        Assert.NotEmpty(after.Report!.Change);
    }

    [Fact]
    public async Task Produce_ExposedCell_IsRefusedWithASentenceAndInTheLedger()
    {
        await AddExtractAsync();
        await AddContradictoryWeekBeforeAsync();
        var outcome = await ProduceAsync();
        Assert.StartsWith("The disclosure check refuses the report of 2019-W13: ", outcome.Refusal, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of it is published or mailed.", outcome.Refusal, StringComparison.Ordinal);
        Assert.NotNull(outcome.Report);
        var run = Assert.Single(await _pipeline.Get<RunLedger>().ListAsync("essex", default), r => r.Period == "2019-W13");
        Assert.Equal((RunState.Refused, outcome.Refusal, outcome.Run!.Id), (run.State, run.Reason, run.Id));
        Assert.Null(await _pipeline.Get<WeeklyDocuments>().PublishedAsync("essex", "2019-W13", default));
    }

    [Fact]
    public async Task Send_ExposedCell_MailsNobodyAndSaysWhy()
    {
        await AddExtractAsync();
        await AddContradictoryWeekBeforeAsync();
        var outcome = await ProduceAsync();
        var summary = await SendAsync(outcome);
        Assert.Equal(outcome.Refusal, summary.Refusal);
        Assert.False(summary.AllAccepted);
        Assert.Empty(_pipeline.Mailer.Attempts);
    }

    [Fact]
    public async Task RunDue_ExposedCell_MailsNobodyHoweverOften()
    {
        await AddExtractAsync();
        await AddContradictoryWeekBeforeAsync();
        await _pipeline.Get<RunDueWeeklyReports>().RunAsync(default);
        await _pipeline.Get<RunDueWeeklyReports>().RunAsync(default);
        Assert.Empty(_pipeline.Mailer.Attempts);
    }

    [Fact]
    public async Task Send_StaleExtract_IsRefused()
    {
        await _pipeline.AddBatchAsync("20190331_0200", new DateTime(2019, 3, 31, 2, 0, 0));
        var summary = await SendAsync(await ProduceAsync());
        Assert.StartsWith("Stale: ", summary.Refusal, StringComparison.Ordinal);
        Assert.Empty(_pipeline.Mailer.Attempts);
    }

    [Fact]
    public async Task Preview_NothingPublished_RendersAndLeavesNoTrace()
    {
        await AddExtractAsync();
        var preview = await PreviewAsync();
        Assert.False(preview.IsPublished);
        Assert.Contains("Essex", preview.Mail!.Subject, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", preview.Page, StringComparison.Ordinal);
        Assert.Empty(await _pipeline.Get<RunLedger>().ListAsync("essex", default));
        Assert.Empty(_pipeline.Blobs.Contents("reports"));
        Assert.Empty(_pipeline.Mailer.Attempts);
    }

    [Fact]
    public async Task Preview_PublishedRun_IsTheMailThatIsSent()
    {
        await AddExtractAsync();
        var outcome = await ProduceAsync();
        var preview = await PreviewAsync();
        Assert.True(preview.IsPublished);
        await SendAsync(outcome);
        var sent = Assert.Single(_pipeline.Mailer.Taken);
        Assert.Equal((sent.Subject, sent.Html, sent.Text), (preview.Mail!.Subject, preview.Mail.Html, preview.Mail.Text));
    }

    [Fact]
    public async Task Preview_ExposedCell_IsRefused()
    {
        await AddExtractAsync();
        await AddContradictoryWeekBeforeAsync();
        Assert.StartsWith("The disclosure check refuses", (await PreviewAsync()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backfill_FourWeeks_DoesEachOnceAndMailsNobodyTwice()
    {
        await AddExtractAsync();
        var backfill = _pipeline.Get<BackfillWeeklyReports>();
        var (from, to) = (IsoWeek.Parse("2019-W10"), Week);
        var plan = await backfill.PlanAsync("essex", from, to, onlyFailed: false, withMails: true, default);
        Assert.Equal(["2019-W10", "2019-W11", "2019-W12", "2019-W13"], plan.Select(step => step.Period.ToString()));
        Assert.All(plan, step => Assert.Equal((BackfillState.Missing, true), (step.State, step.IsDue)));
        List<string?> first = [], second = [];
        foreach (var step in plan)
        {
            var result = await backfill.RunAsync(await TestProfiles.EssexAsync(), step.Period, withMails: true, default);
            Assert.True(result.IsDone);
            first.Add(result.RunId);
        }

        foreach (var step in plan)
        {
            second.Add((await backfill.RunAsync(await TestProfiles.EssexAsync(), step.Period, withMails: true, default)).RunId);
        }

        Assert.Equal(first, second);
        Assert.Equal(4, _pipeline.Mailer.Attempts.Count);
        var after = await backfill.PlanAsync("essex", from, to, onlyFailed: true, withMails: true, default);
        Assert.All(after, step => Assert.Equal((BackfillState.Complete, false), (step.State, step.IsDue)));
    }

    [Fact]
    public async Task Backfill_OnlyFailed_IsWhatWasRefusedOrNeverComputed()
    {
        await AddExtractAsync();
        await AddContradictoryWeekBeforeAsync();
        await ProduceAsync();
        var plan = await _pipeline.Get<BackfillWeeklyReports>().PlanAsync("essex", IsoWeek.Parse("2019-W11"), Week, onlyFailed: true, withMails: false, default);
        Assert.Equal([(BackfillState.Missing, true), (BackfillState.Published, false), (BackfillState.Failed, true)], plan.Select(step => (step.State, step.IsDue)));
        Assert.StartsWith("The disclosure check", plan[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backfill_WeekThatNoExtractCovers_IsRefused()
    {
        await AddExtractAsync();
        var result = await _pipeline.Get<BackfillWeeklyReports>().RunAsync(await TestProfiles.EssexAsync(), Week.Next, withMails: true, default);
        Assert.False(result.IsDone);
        Assert.StartsWith("Stale: ", result.Refusal, StringComparison.Ordinal);
    }

    private Task<ExtractEntry> AddExtractAsync() => _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));

    /// <summary>A report of the week before whose districts do not add up to their quadrant: what changed since cannot be protected.</summary>
    private async Task AddContradictoryWeekBeforeAsync()
    {
        var report = SampleWeeklyReport.For(await SampleWeeklyReport.Essex, people: 400, threshold: 0);
        await _pipeline.PublishAsync(report with
        {
            Week = "2019-W12",
            AsOf = new DateOnly(2019, 3, 24),
            Groups = [.. report.Groups.Select(row => row.Level == "district" ? row with { Memberships = row.Memberships + 7, Children = row.Children + 7 } : row)],
        });
    }

    private async Task<WeeklyOutcome> ProduceAsync() =>
        await _pipeline.Get<ProduceWeeklyReport>().RunAsync(await TestProfiles.EssexAsync(), Week, new WeeklyRequest(), default);

    private async Task<MailingSummary> SendAsync(WeeklyOutcome outcome) =>
        await _pipeline.Get<SendWeeklyReport>().RunAsync(await TestProfiles.EssexAsync(), outcome, resend: false, default);

    private async Task<WeeklyPreview> PreviewAsync() =>
        await _pipeline.Get<PreviewWeeklyReport>().RunAsync(await TestProfiles.EssexAsync(), Week, new Reader("Area", ["E10000012"]), default);
}
