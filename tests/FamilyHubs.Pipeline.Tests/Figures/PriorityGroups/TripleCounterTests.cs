using FamilyHubs.Pipeline.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

public sealed class TripleCounterTests
{
    [Fact]
    public void Count_SixtyFourGroups_ReachesTheLastBit()
    {
        var counter = new TripleCounter(64);

        var triples = counter.Count(new Dictionary<ulong, int> { [1UL | 1UL << 62 | 1UL << 63] = 3 });

        Assert.Equal([new(1UL | 1UL << 62 | 1UL << 63, 3)], triples);
    }

    [Fact]
    public void Count_SetOfFive_HasTenTriplesAndForgetsThemAfterwards()
    {
        var counter = new TripleCounter(6);

        Assert.Equal(10, counter.Count(new Dictionary<ulong, int> { [0b11111] = 1 }).Count);
        Assert.Empty(counter.Count(new Dictionary<ulong, int> { [0b11] = 1 }));
    }
}
