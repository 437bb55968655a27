using System.Collections.Concurrent;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

/// <summary>A snapshot is disturbed at every single call of its ports: what readers see is always whole, and the next run finishes it (quality.md 2).</summary>
public sealed class SnapshotCrashTests
{
    private static readonly Month March = Month.Parse(SnapshotWorld.March);

    /// <summary>Of one KPI alone: each is made into files some hundred times.</summary>
    private static readonly Lazy<Task<(MonthlyReport First, MonthlyReport Second)>> Reports = new(async () =>
    {
        using var world = await SnapshotWorld.CreateAsync(small: true);
        var area = world.Area(500);
        var first = OneKpi(area.Report(March));
        area.Late(60);
        return (first, OneKpi(area.Report(March)));

        static MonthlyReport OneKpi(MonthlyReport report) => report with
        {
            Kpis = [.. report.Kpis.Where(kpi => kpi.Kpi == report.Kpis[0].Kpi)],
            Outcomes = [],
            Caseload = [.. report.Caseload.Take(1)],
            DataQuality = [.. report.DataQuality.Take(1)],
        };
    });

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Publish_DisturbedAtEachCall_IsNeverTornAndEndsAsUndisturbed(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter);
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            if (await RunAsync(new FaultPlan(call, kind)) != expected)
            {
                different.Add($"Call {call} of {counter.Calls}, {kind}");
            }
        });

        Assert.True(counter.Calls > 26, "Each of the 13 files is written and read back.");
        Assert.Empty(different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Publish_FourWorkersAtOnce_MakeOneRevision()
    {
        using var world = await SnapshotWorld.CreateAsync();
        await world.FiguresAsync(world.Area(500).Report(March), "run-a");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var worker = world.Pipeline.Process(new FaultPlan());
            await Task.Yield();
            await worker.Get<PublishSnapshot>().RunAsync(world.Profile, March, default);
        }));

        Assert.Equal(1, world.Visible());
        Assert.Equal(14, world.Describe().Split('\n').Length);
    }

    [Fact]
    public async Task Publish_FilesOfAnEarlierProgramWithoutManifest_AreWrittenAnew()
    {
        using var world = await SnapshotWorld.CreateAsync();
        await world.FiguresAsync(world.Area(500).Report(March), "run-a");
        using (var torn = new MemoryStream("torn"u8.ToArray()))
        {
            await world.Pipeline.Blobs.WriteAsync("snapshots", "essex/2019-03/r1/kpis.csv", torn, Ports.WriteCondition.Absent, default);
        }

        Assert.Equal(0, world.Visible());
        await world.PublishAsync();

        Assert.Equal(1, world.Visible());
    }

    /// <summary>A second revision, of which the first process is disturbed; after each process what is visible is whole.</summary>
    private static async Task<string> RunAsync(FaultPlan plan)
    {
        using var world = await SnapshotWorld.CreateAsync(small: true);
        var (first, second) = await Reports.Value;
        await world.FiguresAsync(first, "run-a");
        await world.PublishAsync();
        await world.FiguresAsync(second, "run-b");
        using var disturbed = world.Pipeline.Process(plan);
        try
        {
            await disturbed.Get<PublishSnapshot>().RunAsync(world.Profile, March, default);
        }
        catch (Exception) when (plan.Struck)
        {
            // As a host would, tell nobody; the next poke does it.
        }

        Assert.InRange(world.Visible(), 1, 2);
        await world.PublishAsync();
        Assert.Equal(2, world.Visible());
        return world.Describe();
    }
}
