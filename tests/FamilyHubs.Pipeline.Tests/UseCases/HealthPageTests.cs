using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Health;
using FamilyHubs.Pipeline.Tests.Publishing;
using FamilyHubs.Pipeline.UseCases.Site;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>What the page of health says, and that everything wrong names a section of the runbook that is there.</summary>
public sealed class HealthPageTests : IDisposable
{
    private readonly MemoryPipeline _pipeline = new(new DateTimeOffset(2019, 4, 1, 7, 0, 0, TimeSpan.Zero));

    public static TheoryData<ExtractState, string> Waiting => new()
    {
        { ExtractState.Refused, RunbookSections.RefusedBatch },
        { ExtractState.Held, RunbookSections.HeldBatch },
        { ExtractState.Deferred, RunbookSections.Gap },
        { ExtractState.Doing, RunbookSections.CutOff },
    };

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public void RunbookSections_All_AreHeadingsOfTheRunbook()
    {
        var headings = File.ReadAllLines(Path.Combine(Repository(), "docs", "runbook.md")).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ToHashSet();
        Assert.All(RunbookSections.All, section => Assert.Contains(section, headings));
    }

    [Fact]
    public async Task Health_NothingCameYet_IsLateWithoutAnythingDue()
    {
        var health = await LookAsync();
        Assert.Empty(health.Due);
        Assert.Equal(RunbookSections.LateExtract, Assert.Single(HealthIssues.Of(health)).Runbook);
    }

    [Fact]
    public async Task Health_EverythingDone_NeedsNothing()
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await CompleteWeekAsync();
        var health = await LookAsync();
        Assert.Empty(HealthIssues.Of(health));
        var page = HealthModel.Of(health, await SampleWeeklyReport.Essex);
        Assert.Equal("Nothing needs attention.", page.Summary[0]);
        Assert.DoesNotContain(page.Sections, section => section.Id == "attention");
    }

    [Theory]
    [MemberData(nameof(Waiting))]
    public async Task Health_BatchAfterTheNewest_NamesItsSection(ExtractState state, string section)
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await CompleteWeekAsync();
        await _pipeline.AddBatchAsync("20190401_0300", null, state, sequence: 0, reason: "some-reason");
        await _pipeline.AddBatchAsync("20190325_0200", null, state, sequence: 0, reason: "overtaken");
        var issue = Assert.Single(HealthIssues.Of(await LookAsync()));
        Assert.Equal(section, issue.Runbook);
        Assert.Contains("20190401_0300", issue.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WeekNotReported_IsDue()
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        var due = Assert.Single((await LookAsync()).Due);
        Assert.Equal(("Weekly report", "2019-W13", RunbookSections.NoReport), (due.Work, due.Period, due.Runbook));
    }

    [Fact]
    public async Task Health_ExtractDoesNotReachToTheEnd_WaitsForAnExtract()
    {
        await _pipeline.AddBatchAsync("20190325_0200", new DateTime(2019, 3, 25, 2, 0, 0));
        var due = (await LookAsync()).Due;
        Assert.Equal([("2019-W12", RunbookSections.NoReport), ("2019-W13", RunbookSections.LateExtract), ("2019-02", RunbookSections.NoReport)], due.Select(item => (item.Period, item.Runbook)));
    }

    [Fact]
    public async Task Health_MailsOfTheWeek_AreCountedByStateWithoutNamingAnybody()
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await CompleteWeekAsync();
        foreach (var (reader, state) in ((string, MailingState)[])[("one", MailingState.Accepted), ("two", MailingState.Accepted), ("three", MailingState.Failed)])
        {
            await _pipeline.Get<MailingLedger>().WriteAsync(new MailingEntry("essex", "weekly", "2019-W13", $"{reader}@example.org", state, default), default);
        }

        var health = await LookAsync();
        var mails = Assert.Single(health.Mails);
        Assert.Equal((2, 1, 0), (mails.Of(MailingState.Accepted), mails.Of(MailingState.Failed), mails.Of(MailingState.Unknown)));
        Assert.Equal(RunbookSections.NoMail, Assert.Single(HealthIssues.Of(health)).Runbook);
        Assert.DoesNotContain("@example.org", System.Text.Json.JsonSerializer.Serialize<object>(HealthTables.Mails(health.Mails).Rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_LastRunRefused_IsSaidUntilALaterOneIsDone()
    {
        await _pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await CompleteWeekAsync();
        var refused = new RunEntry("essex", "refused", "monthly", "2019-02", "20190401_0200", "1", RunState.Refused, _pipeline.Time.GetUtcNow()) { Reason = "Why." };
        await _pipeline.Get<RunLedger>().WriteAsync(refused, default);
        Assert.Contains("Why.", Assert.Single(HealthIssues.Of(await LookAsync())).What, StringComparison.Ordinal);
        await _pipeline.Get<RunLedger>().WriteAsync(refused with { Id = "done", State = RunState.Done, ComputedAt = refused.ComputedAt.AddHours(1) }, default);
        Assert.Empty(HealthIssues.Of(await LookAsync()));
    }

    private async Task<AreaHealth> LookAsync() => await _pipeline.Get<LookAtHealth>().RunAsync(await SampleWeeklyReport.Essex, default);

    private async Task CompleteWeekAsync()
    {
        var run = await _pipeline.PublishAsync(await SampleWeeklyReport.SignIn);
        await new FigureStore(_pipeline.Tables, TableNames.PriorityGroupWeekly).MarkReportedAsync(run, complete: true, default);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FamilyHubs.Pipeline.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
