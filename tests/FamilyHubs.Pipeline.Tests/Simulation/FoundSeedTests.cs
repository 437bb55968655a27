namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Seeds that broke a law once, each with what it was.</summary>
public sealed class FoundSeedTests
{
    /// <summary>A batch that was being sent again under its name was taken half of the one copy and half of the other (record 91).</summary>
    [Theory]
    [InlineData(59, 40)]
    [InlineData(99, 45)]
    [InlineData(219, 40)]
    public async Task BatchIsSentAgain_WhileWorkersAreAtIt_IsTakenWhole(int seed, int input)
    {
        var plan = SimulationPlan.Of(seed) with { Work = SimulatedWork.Monthly, Input = input };
        var failure = await Task.Run(() => Simulations.Play(plan));

        Assert.True(failure is null, failure);
    }
}
