using FamilyHubs.Pipeline.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

public sealed class TopCombinationsTests
{
    [Fact]
    public void Top_TiesAtTheLastRank_AreAllInAndWhatIsBelowIsOut()
    {
        CombinationFigure[] all =
        [
            Row("district", "E07000071", 9, 1), Row("district", "E07000071", 4, 2), Row("district", "E07000071", 4, 2), Row("district", "E07000071", 3, 4),
            Row("unknown", "unknown", 2, null), Row("unknown", "unknown", 1, null), Row("unknown", "unknown", 1, null), Row("unknown", "unknown", 1, null),
        ];

        var top = WeeklyCombinations.Top(all, lastRank: 2);

        Assert.Equal([all[0], all[1], all[2], all[4], all[5], all[6], all[7]], top);
    }

    private static CombinationFigure Row(string level, string code, int children, int? rank) => new(level, code, ["PG01", "PG02", "PG03"], children, rank);
}
