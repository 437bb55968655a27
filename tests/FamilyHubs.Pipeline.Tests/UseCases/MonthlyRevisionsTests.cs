using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Tests.Publishing.Monthly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Late data computes a past month anew: both runs are kept, and what changed is listed with the reason (calculations.md 5, national.md 1.2).</summary>
public sealed class MonthlyRevisionsTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2019, 5, 8, 5, 0, 0, TimeSpan.Zero);

    private readonly MemoryPipeline _pipeline = new(Start);

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task Revisions_NothingPublished_IsNone() => Assert.Null(await ListAsync());

    [Fact]
    public async Task Revisions_OneRun_IsAsFirstReported()
    {
        await PublishAsync("a", SampleMonth.Case());
        var revisions = (await ListAsync())!;
        Assert.Equal(revisions.First, revisions.Now);
        Assert.Empty(revisions.Changes);
    }

    [Fact]
    public async Task Revisions_LateData_ListsFirstNowAndTheExtract()
    {
        await PublishAsync("a", SampleMonth.Case());
        await PublishAsync("b", Late());
        var revisions = (await ListAsync())!;
        Assert.Equal(("a", "b"), (revisions.First.Extract, revisions.Now.Extract));
        Assert.NotEmpty(revisions.Changes);
        Assert.All(revisions.Changes, change => Assert.Equal("late data: extract b in place of a", change.Reason));
        Assert.NotNull(await _pipeline.Get<MonthlyReportArchive>().FindAsync("testshire", SampleMonth.Month, revisions.First.Run, default));
        Assert.Contains(_pipeline.Tables.Contents(TableNames.KpiMonthly), row => row.Partition.EndsWith(revisions.First.Run, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Revisions_SeveralRuns_GiveEachFigureTheReasonOfTheRunThatChangedIt()
    {
        await PublishAsync("a", SampleMonth.Case());
        await PublishAsync("b", Late());
        await PublishAsync("b", Late(), definitions: "2");
        var changes = (await ListAsync())!.Changes;
        Assert.All(changes, change => Assert.Equal("late data: extract b in place of a", change.Reason));
        await PublishAsync("b", Late().Review(3, MonthlyCase.NewBirth, "2019-03-21", MonthlyCase.Wellbeing), definitions: "3");
        changes = (await ListAsync())!.Changes;
        Assert.Equal("definitions 3 in place of 2", Assert.Single(changes, Kpi("C")).Reason);
        Assert.Equal("late data: extract b in place of a", Assert.Single(changes, Kpi("A")).Reason);
        Assert.Equal("late data: extract b in place of a; definitions 3 in place of 2", Assert.Single(changes, Kpi("T")).Reason);

        static Predicate<RevisedFigure> Kpi(string code) => change => change is { Item: "2.02:month", Measure: "percentage" } && change.Code == code;
    }

    [Fact]
    public async Task Publish_OnlyChangesAndNothingChanged_LeavesThePublishedRun()
    {
        var first = await PublishAsync("a", SampleMonth.Case());
        var same = await PublishAsync("b", SampleMonth.Case(), onlyChanges: true);
        Assert.Equal(RunState.Unchanged, same.State);
        Assert.Equal(first.Id, await Store.PublishedRunAsync("testshire", SampleMonth.Month, default));
        var changed = await PublishAsync("c", Late(), onlyChanges: true);
        Assert.Equal(RunState.Done, changed.State);
        Assert.Equal(changed.Id, await Store.PublishedRunAsync("testshire", SampleMonth.Month, default));
    }

    [Fact]
    public async Task Publish_EveryFigure_CarriesWhatItTakesToReproduceIt()
    {
        var run = await PublishAsync("a", SampleMonth.Case());
        foreach (var table in (string[])[TableNames.KpiMonthly, TableNames.OutcomeMonthly, TableNames.CaseloadMonthly])
        {
            var rows = _pipeline.Tables.Contents(table).Where(row => row.Partition == $"testshire|{SampleMonth.Month}|{run.Id}").ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row =>
            {
                foreach (var name in (string[])["Area", "Level", "Item", "Period", "DefinitionVersion", "Extract", "RunId"])
                {
                    Assert.False(string.IsNullOrEmpty(row.Text(name)), $"{table} {row.Row} has no {name}.");
                }

                Assert.Equal(run.ComputedAt, row.Time("ComputedAt"));
                Assert.False(row.Text("Section") != "national" && string.IsNullOrEmpty(row.Text("Code")), $"{table} {row.Row} has no Code.");
                Assert.True(row.Number("Value") is null || row.Text("Measure") == "perWte" || row.Number("Numerator") is not null, $"{table} {row.Row} has no Numerator.");
                Assert.True(row.Number("Value") is null || row.Text("Measure") is not ("percentage" or "achieved") || row.Number("Denominator") > 0, $"{table} {row.Row}");
            });
            Assert.Equal(run.Id, await new FigureStore(_pipeline.Tables, table).PublishedRunAsync("testshire", SampleMonth.Month, default));
        }
    }

    private FigureStore Store => new(_pipeline.Tables, TableNames.KpiMonthly);

    private static MonthlyCase Late() => SampleMonth.Case().Review(2, MonthlyCase.NewBirth, "2019-03-22", MonthlyCase.Wellbeing);

    private Task<MonthlyRevisions?> ListAsync() => _pipeline.Get<ListMonthlyRevisions>().RunAsync("testshire", Month.Parse(SampleMonth.Month), default);

    private async Task<RunEntry> PublishAsync(string extract, MonthlyCase records, string definitions = "1", bool onlyChanges = false)
    {
        _pipeline.Time.Advance(TimeSpan.FromDays(1));
        var ledger = _pipeline.Get<ExtractLedger>();
        if (await ledger.ClaimAsync("testshire", extract, default) is { } claim)
        {
            await ledger.FinishAsync(claim with { State = ExtractState.Done, DateTo = new DateTime(2019, 5, 1), Sequence = 1 }, default);
        }

        var computation = await SampleMonth.ComputeAsync(records);
        var run = new RunEntry(
            "testshire", $"run-{extract}-{definitions}", ProduceMonthlyFigures.Kind, SampleMonth.Month, extract, definitions, RunState.Doing, _pipeline.Time.GetUtcNow());
        var report = computation.Report with { Extract = extract, DefinitionVersion = definitions };
        return await _pipeline.Get<PublishMonthlyFigures>().RunAsync(
            await SmallArea.ProfileAsync(), run, computation with { Report = report }, onlyChanges, default);
    }
}
