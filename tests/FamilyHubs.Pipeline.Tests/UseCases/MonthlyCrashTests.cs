using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>
/// The monthly cycle is disturbed at every single call of its ports and poked again: the same figures, pointers and files as undisturbed
/// (quality.md 2).
/// </summary>
public sealed class MonthlyCrashTests
{
    private static readonly DateTimeOffset FifthWorkingDay = new(2019, 4, 5, 5, 0, 0, TimeSpan.Zero);

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RunDue_DisturbedAtEachCall_EndsAsUndisturbed(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter);
        var faults = new ConcurrentBag<string>();
        var struck = 0;
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            var plan = new FaultPlan(call, kind);
            var actual = await RunAsync(plan);
            Interlocked.Add(ref struck, plan.Struck ? 1 : 0);
            if (actual != expected)
            {
                faults.Add($"Call {call} of {counter.Calls}, {kind}:\n{actual}\ninstead of\n{expected}");
            }
        });

        Assert.Empty(faults);
        Assert.True(kind == FaultKind.ConflictWithItself ? struck > 5 : struck == FaultCalls.Of(counter, kind).Count, $"{struck} of {counter.Calls} calls were disturbed.");
    }

    private static async Task<string> RunAsync(FaultPlan plan)
    {
        using var world = new MemoryPipeline(FifthWorkingDay);
        await SmallEssex.WriteAsync(world.Blobs);
        await world.AddBatchAsync("20190405_0200", new DateTime(2019, 4, 5, 2, 0, 0));
        using (var process = world.Process(plan))
        {
            await PokeAsync(process, plan);
        }

        // A new process, after every lease has run out; and once more, to see that nothing is left to do.
        for (var poke = 0; poke < 2; poke++)
        {
            world.Time.Advance(TimeSpan.FromHours(1));
            await PokeAsync(world, undisturbed: null);
        }

        return await DescribeAsync(world);
    }

    private static async Task PokeAsync(MemoryPipeline process, FaultPlan? undisturbed)
    {
        try
        {
            await process.Get<RunDueMonthlyFigures>().RunAsync(default);
        }
        catch (Exception) when (undisturbed is { Struck: true })
        {
            // The process has ended.
        }
    }

    private static async Task<string> DescribeAsync(MemoryPipeline world)
    {
        var text = new StringBuilder();
        foreach (var row in (string[])[TableNames.KpiMonthly, TableNames.OutcomeMonthly, TableNames.IndicatorMonthly, TableNames.CaseloadMonthly])
        {
            foreach (var figure in world.Tables.Contents(row))
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{row} {figure.Partition}/{figure.Row}: {figure.Number("Value")} {figure.Text("Run")} {figure.Text("Reported")} {figure.Flag("Complete")}");
            }
        }

        foreach (var run in await world.Get<RunLedger>().ListAsync("essex", default))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{run.Id} {run.Period} {run.State} {run.Figures}");
        }

        foreach (var file in world.Blobs.Contents(Containers.Reports))
        {
            text.AppendLine(file.Key);
        }

        return text.ToString();
    }
}
