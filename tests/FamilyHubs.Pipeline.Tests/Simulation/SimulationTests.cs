using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>
/// The whole engine in small worlds where processes end, answers are lost, stores are busy, events come twice, late or never and two workers are at it: when
/// it is quiet again, the laws of quality.md 2 hold. <c>SIMULATION_SEED</c> plays one seed, <c>SIMULATION_SEEDS</c> that many.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;
    private const int MostFailures = 5;

    [Fact]
    public async Task AnySeed_WhenQuiet_KeepsTheLaws()
    {
        var (first, count) = Number("SIMULATION_SEED") is { } one ? (one, 1) : (Number("SIMULATION_FROM") ?? 0, Number("SIMULATION_SEEDS") ?? Seeds);
        var failures = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;

        // A simulation keeps to its thread.
        await Task.Run(() => Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seed, loop) =>
        {
            if (Simulations.Play(SimulationPlan.Of(seed)) is { } failure)
            {
                failures.Add(failure);
                if (failures.Count >= MostFailures)
                {
                    loop.Stop();
                }
            }
        }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} seeds in {watch.Elapsed.TotalSeconds:0} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0} s of processors with what else ran"));
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    [Fact]
    public async Task Undisturbed_AllInputs_KeepTheLaws()
    {
        var failures = await Task.Run(() => SimulationPlan.All.Select(one => Simulations.Play(SimulationPlan.Undisturbed(one.Input, one.Work))).OfType<string>().ToArray());
        Assert.True(failures.Length == 0, string.Join("\n\n", failures));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(19)]
    public async Task SameSeed_PlayedTwice_MakesTheSameCalls(int seed)
    {
        var plan = SimulationPlan.Of(seed);
        var (one, two) = await Task.Run(() => (Simulations.Trace(plan), Simulations.Trace(plan)));

        Assert.NotEmpty(one);
        var difference = TextDifference.Of("The second trace", one, two);
        Assert.True(difference is null, difference);
    }

    private static int? Number(string setting) =>
        Environment.GetEnvironmentVariable(setting) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
