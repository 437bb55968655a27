using System.Numerics;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Combinations and triples of every place (E19-38).</summary>
internal sealed class WeeklyCombinations
{
    private readonly Profile _profile;
    private readonly IReadOnlyList<Place> _places;
    private readonly List<IReadOnlyList<RankedSet>> _combinations = [];
    private readonly List<IReadOnlyList<RankedSet>> _triples = [];

    public WeeklyCombinations(Profile profile, GroupDefinitions groups, IReadOnlyList<Place> places, IReadOnlyList<PlaceTally> tallies)
    {
        (_profile, _places) = (profile, places);
        var ranking = new SetRanking(groups);
        var counter = new TripleCounter(groups.Count);
        foreach (var tally in tallies)
        {
            var large = tally.Sets.Where(set => BitOperations.PopCount(set.Key) >= profile.CombinationMinimum);
            _combinations.Add([.. ranking.Rank(large)]);
            _triples.Add([.. ranking.Rank(counter.Count(tally.Sets))]);
        }
    }

    /// <summary>The exact sets of rank 5 or better (profile, topCombinations), or all.</summary>
    public IReadOnlyList<CombinationFigure> Combinations(bool all) => Figures(_combinations, all ? int.MaxValue : _profile.TopCombinations);

    /// <summary>Every triple.</summary>
    public IReadOnlyList<CombinationFigure> Triples() => Figures(_triples, int.MaxValue);

    /// <summary>Those of a rank or better at their place, of a list of all as <see cref="Combinations"/> gives it. A row of unknown or outside counts as if it were ranked.</summary>
    public static IReadOnlyList<CombinationFigure> Top(IEnumerable<CombinationFigure> all, int lastRank)
    {
        List<CombinationFigure> top = [];
        foreach (var place in all.GroupBy(row => (row.Level, row.Code)))
        {
            var (above, level, children) = (0, 0, int.MaxValue);
            foreach (var row in place)
            {
                (above, level, children) = row.Children < children ? (above + level, 1, row.Children.Value) : (above, level + 1, children);
                if (above >= lastRank)
                {
                    break;
                }

                top.Add(row);
            }
        }

        return top;
    }

    /// <summary>The top combinations of one place by their bits.</summary>
    public IReadOnlyDictionary<ulong, RankedSet> Top(int place) =>
        _combinations[place].Where(set => set.Rank <= _profile.TopCombinations).ToDictionary(set => set.Set);

    private IReadOnlyList<CombinationFigure> Figures(List<IReadOnlyList<RankedSet>> sets, int lastRank) =>
    [
        .. _places.Zip(sets).SelectMany(row => row.Second.TakeWhile(set => set.Rank <= lastRank)
            .Select(set => new CombinationFigure(
                row.First.Level, row.First.Code, set.Groups, set.Children, row.First.IsRanked ? set.Rank : null))),
    ];
}
