using System.Collections.Concurrent;
using System.Globalization;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Plays seeds and judges them.</summary>
internal static class Simulations
{
    private static readonly ConcurrentDictionary<(int Input, SimulatedWork Work), Lazy<(string Lake, string Figures)>> Expected = [];

    /// <summary>Null when every law holds; else what is broken, how it came to that, and how to play it again.</summary>
    public static string? Play(SimulationPlan plan)
    {
        if (Judge(plan, isTraced: false).Broken is not { } broken)
        {
            return null;
        }

        // The same again, written down this time.
        var (again, trace) = Judge(plan, isTraced: true);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Seed {plan.Seed}: {broken}\n{(again == broken ? string.Empty : $"Played again it says something else, so that chance is at work somewhere: {again}\n")}To play it again: SIMULATION_SEED={plan.Seed} dotnet test tests/FamilyHubs.Pipeline.Tests --filter FullyQualifiedName~SimulationTests\n{plan}\n{trace}");
    }

    /// <summary>Plays a plan; true when it breaks a law.</summary>
    public static bool Breaks(SimulationPlan plan) => Judge(plan, isTraced: false).Broken is not null;

    /// <summary>Plays a plan; gives its trace.</summary>
    public static string Trace(SimulationPlan plan) => Judge(plan, isTraced: true).Trace;

    private static (string? Broken, string Trace) Judge(SimulationPlan plan, bool isTraced)
    {
        var world = new SimulationWorld(plan.Sent, plan, isTraced);
        try
        {
            new SimulationRun(world).Play();
            return (JudgeAsync(world).GetAwaiter().GetResult(), world.Trace.ToString());
        }
        catch (Exception fault)
        {
            return ($"{fault.GetType().Name}: {(fault is SimulationException ? fault.Message : fault)}", world.Trace.ToString());
        }
    }

    private static async Task<string?> JudgeAsync(SimulationWorld world)
    {
        var broken = await new SimulationLaws(world).CheckAsync();
        if (broken.Count > 0)
        {
            return string.Join('\n', broken);
        }

        var description = new StoreDescription(world);
        var expected = Expected.GetOrAdd((world.Plan.Input, world.Plan.Work), key => new Lazy<(string, string)>(() => Undisturbed(key.Input, key.Work))).Value;
        if (TextDifference.Of("The lake", expected.Lake, await description.LakeAsync()) is { } lake)
        {
            return lake;
        }

        if (world.Plan.IsStaged && TextDifference.Of("What readers see", expected.Figures, description.Figures()) is { } figures)
        {
            return figures;
        }

        if (!world.Plan.IsRepeated)
        {
            return null;
        }

        var before = description.Everything();
        new SimulationRun(world).PlayAgain();
        return TextDifference.Of("What is done again changes something: the store", before, description.Everything());
    }

    private static (string Lake, string Figures) Undisturbed(int input, SimulatedWork work)
    {
        var plan = SimulationPlan.Undisturbed(input, work);
        var world = new SimulationWorld(plan.Sent, plan, isTraced: false);
        new SimulationRun(world).Play();
        var description = new StoreDescription(world);
        return (description.LakeAsync().GetAwaiter().GetResult(), description.Figures());
    }
}
