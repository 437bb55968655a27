using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>What the timer of the monthly figures does, and what it does not (architecture.md 3.3). The extracts are without rows.</summary>
public sealed class DueMonthsTests : IDisposable
{
    private readonly MemoryPipeline _pipeline = new(Utc(2019, 4, 1, 3));

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task RunDue_BothUtcHoursOfAYear_MakesEachMonthOnceAtSixInLondon()
    {
        await AddExtractAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0), 1);
        List<(string Month, DateTimeOffset At)> made = [];
        for (var day = new DateOnly(2019, 4, 1); day < new DateOnly(2020, 4, 30); day = day.AddDays(1))
        {
            if (day.Day == 1 && day.Month != 4)
            {
                await AddExtractAsync($"{day:yyyyMMdd}_0200", day.ToDateTime(new TimeOnly(2, 0)), (day.Year * 12) + day.Month);
            }

            foreach (var hour in (int[])[5, 6])
            {
                _pipeline.Time.SetUtcNow(new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero));
                var before = await PublishedAsync();
                await RunAsync();
                made.AddRange((await PublishedAsync()).Except(before).Select(month => (month, _pipeline.Time.GetUtcNow())));
            }
        }

        var first = made[0];
        Assert.Equal(("2019-03", Utc(2019, 4, 5, 5)), first);
        Assert.Equal(made.Select(one => one.Month).Distinct(), made.Select(one => one.Month));
        Assert.All(made, one => Assert.Equal(new TimeOnly(6, 0), TimeOnly.FromDateTime(London.WallClock(one.At))));
        Assert.Contains(("2019-10", Utc(2019, 11, 7, 6)), made);
        Assert.Contains(("2019-12", Utc(2020, 1, 8, 6)), made);
    }

    [Fact]
    public async Task RunDue_BeforeSixInLondonOfTheFifthWorkingDay_DoesNothing()
    {
        await AddExtractAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 5).AddSeconds(-1));
        await RunAsync();
        Assert.Empty(await PublishedAsync());
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 5));
        await RunAsync();
        Assert.Equal(["2019-03"], await PublishedAsync());
    }

    [Fact]
    public async Task RunDue_ThreeMonthsOfSilence_MakesUpEachMissedMonthOnce()
    {
        await AddExtractAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 7, 20, 5));
        await AddExtractAsync("20190720_0200", new DateTime(2019, 7, 20, 2, 0, 0), 2);
        await RunAsync();
        Assert.Equal(["2019-03", "2019-04", "2019-05", "2019-06"], await PublishedAsync());
        await RunAsync();
        Assert.Equal(4, (await RunsAsync()).Count);
    }

    [Fact]
    public async Task RunDue_ExtractDoesNotReachTheMonthsEnd_WaitsForOneThatDoes()
    {
        await AddExtractAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 5, 9, 5));
        await AddExtractAsync("20190430_2359", new DateTime(2019, 4, 30, 23, 59, 0), 2);
        await RunAsync();
        Assert.Equal(["2019-03"], await PublishedAsync());
        await AddExtractAsync("20190501_0000", new DateTime(2019, 5, 1), 3);
        await RunAsync();
        Assert.Equal(["2019-03", "2019-04"], await PublishedAsync());
    }

    [Fact]
    public async Task RunDue_AnotherWorkerHasTheLease_LeavesItToThatOneUntilItEnds()
    {
        await AddExtractAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 6));
        Assert.NotNull(await _pipeline.Get<AreaLease>().TakeAsync("essex", ProduceMonthlyFigures.Kind, default));
        await RunAsync();
        Assert.Empty(await PublishedAsync());
        _pipeline.Time.Advance(ExtractLedger.Lease);
        await RunAsync();
        Assert.Equal(["2019-03"], await PublishedAsync());
    }

    [Fact]
    public async Task RunDue_TwoWorkersAtOnce_MakeOneRun()
    {
        await AddExtractAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 6));
        await Task.WhenAll(Task.Run(RunAsync), Task.Run(RunAsync));
        await RunAsync();
        Assert.Equal([RunState.Done], (await RunsAsync()).Select(run => run.State));
        Assert.NotNull(await _pipeline.Get<AreaLease>().TakeAsync("essex", ProduceMonthlyFigures.Kind, default));
    }

    [Fact]
    public async Task RunDue_NewerExtractWithTheSameFigures_LeavesThePublishedRunOfThePastMonth()
    {
        await AddExtractAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 6));
        await RunAsync();
        var before = await Store.PublishedRunAsync("essex", "2019-03", default);
        _pipeline.Time.SetUtcNow(Utc(2019, 5, 9, 6));
        await AddExtractAsync("20190509_0200", new DateTime(2019, 5, 9, 2, 0, 0), 2, pin: 7);
        await RunAsync();
        Assert.Equal(before, await Store.PublishedRunAsync("essex", "2019-03", default));
        Assert.Equal(RunState.Unchanged, (await RunsAsync()).Last(run => run.Period == "2019-03").State);
    }

    [Fact]
    public async Task Produce_Published_SaysSoLast()
    {
        await AddExtractAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0), 1);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 5, 6));
        await RunAsync();
        var run = Assert.Single(await RunsAsync());
        Assert.NotNull(await _pipeline.Blobs.FindAsync(Containers.Reports, $"{MonthlyReportArchive.Folder("essex", "2019-03", run.Id)}/committed.json", default));
    }

    [Fact]
    public async Task Backfill_ThreeMonths_DoesEachAndAgainTheSame()
    {
        await AddExtractAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0), 1);
        var backfill = _pipeline.Get<BackfillMonthlyFigures>();
        var (from, to) = (Month.Parse("2019-01"), Month.Parse("2019-03"));
        var plan = await backfill.PlanAsync("essex", from, to, onlyFailed: true, default);
        Assert.All(plan, step => Assert.Equal((BackfillState.Missing, true), (step.State, step.IsDue)));
        List<string?> first = [], second = [];
        foreach (var step in plan)
        {
            first.Add((await backfill.RunAsync(await TestProfiles.EssexAsync(), step.Period, default)).RunId);
            second.Add((await backfill.RunAsync(await TestProfiles.EssexAsync(), step.Period, default)).RunId);
        }

        Assert.Equal(first, second);
        Assert.Equal(3, first.Distinct().Count());
        var after = await backfill.PlanAsync("essex", from, to.Next, onlyFailed: true, default);
        Assert.Equal(
            [(BackfillState.Published, false), (BackfillState.Published, false), (BackfillState.Published, false), (BackfillState.Missing, true)],
            after.Select(step => (step.State, step.IsDue)));
        var refused = await backfill.RunAsync(await TestProfiles.EssexAsync(), to.Next, default);
        Assert.StartsWith("Stale: ", refused.Refusal, StringComparison.Ordinal);
    }

    private FigureStore Store => new(_pipeline.Tables, TableNames.KpiMonthly);

    private Task RunAsync() => _pipeline.Get<RunDueMonthlyFigures>().RunAsync(default);

    private Task<IReadOnlyList<string>> PublishedAsync() => Store.PeriodsAsync("essex", default);

    private async Task<List<RunEntry>> RunsAsync() => [.. await _pipeline.Get<RunLedger>().ListAsync("essex", default)];

    private async Task AddExtractAsync(string extract, DateTime dateTo, long sequence, long? pin = null)
    {
        var entry = await _pipeline.AddBatchAsync(extract, dateTo, sequence: sequence);
        if (pin is { } version)
        {
            // A table that no figure reads: the run is another one, the figures are the same.
            await _pipeline.Get<ExtractLedger>().FinishAsync(
                entry with { Pins = new Dictionary<string, long>(StringComparer.Ordinal) { ["SRTeamMember"] = version } }, default);
        }
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
