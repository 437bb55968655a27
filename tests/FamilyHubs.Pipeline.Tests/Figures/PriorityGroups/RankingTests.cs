using FamilyHubs.Pipeline.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

public sealed class RankingTests
{
    [Fact]
    public void Rank_Ties_ShareTheRankAndSkipTheNext() =>
        Assert.Equal(
            [("d", 9, 1), ("a", 5, 2), ("b", 5, 2), ("e", 1, 4), ("c", 0, null)],
            Ranking.Rank(
                new Dictionary<string, int> { ["b"] = 5, ["c"] = 0, ["e"] = 1, ["a"] = 5, ["d"] = 9 },
                pair => pair.Value,
                (x, y) => string.CompareOrdinal(x.Key, y.Key)).Select(ranked => (ranked.Item.Key, ranked.Count, ranked.Rank)));

    [Fact]
    public void Rank_OrdinalNames_CapitalsComeFirst() =>
        Assert.Equal(["Z", "a"], Ranking.Rank(["a", "Z"], _ => 1, string.CompareOrdinal).Select(ranked => ranked.Item));
}
