namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Seeds that broke a law once, each with what it was.</summary>
public sealed class FoundSeedTests
{
    /// <summary>A batch that was being sent again under its name was taken half of the one copy and half of the other (record 91).</summary>
    [Theory]
    [InlineData(59)]
    [InlineData(99)]
    [InlineData(219)]
    public Task BatchIsSentAgain_WhileWorkersAreAtIt_IsTakenWhole(int seed) => CheckAsync(seed);

    private static async Task CheckAsync(int seed)
    {
        var failure = await Task.Run(() => Simulations.Play(SimulationPlan.Of(seed)));

        Assert.True(failure is null, failure);
    }
}
