using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// Ranks sets of groups by children; ties are listed by size of the set, descending, then by the group codes joined with <c>|</c>
/// (calculations.md 3). Each distinct set is spelt out once for all places.
/// </summary>
internal sealed class SetRanking(GroupDefinitions definitions)
{
    private readonly Dictionary<ulong, (IReadOnlyList<string> Codes, string Joined)> _spelt = [];

    public IEnumerable<RankedSet> Rank(IEnumerable<KeyValuePair<ulong, int>> sets) =>
        Ranking.Rank(sets, set => set.Value, (a, b) => CompareTies(Spell(a.Key), Spell(b.Key)))
            .Select(ranked => new RankedSet(ranked.Item.Key, Spell(ranked.Item.Key).Codes, ranked.Count, ranked.Rank!.Value));

    private static int CompareTies((IReadOnlyList<string> Codes, string Joined) a, (IReadOnlyList<string> Codes, string Joined) b) =>
        a.Codes.Count != b.Codes.Count ? b.Codes.Count.CompareTo(a.Codes.Count) : string.CompareOrdinal(a.Joined, b.Joined);

    private (IReadOnlyList<string> Codes, string Joined) Spell(ulong set)
    {
        if (!_spelt.TryGetValue(set, out var spelt))
        {
            var codes = definitions.CodesOf(set);
            _spelt[set] = spelt = (codes, string.Join('|', codes));
        }

        return spelt;
    }
}
