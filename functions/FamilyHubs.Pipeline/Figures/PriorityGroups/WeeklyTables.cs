using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The tallies as the tables of the report (E19-39 to E19-42, E19-34), place by place in the report's order.</summary>
internal sealed class WeeklyTables(IReadOnlyList<Place> places, IReadOnlyList<PlaceTally> tallies, GroupDefinitions groups)
{
    public IReadOnlyList<TotalFigure> Totals() =>
    [
        .. places.Zip(tallies, (place, tally) =>
        {
            var (children, adults) = (tally.Children.Sum(), tally.Adults.Sum());
            return new TotalFigure(
                place.Level,
                place.Code,
                place.Name,
                children + adults,
                tally.ChildrenInGroups + tally.AdultsInGroups,
                tally.ChildrenInGroups,
                tally.AdultsInGroups,
                children,
                adults);
        }),
    ];

    public IReadOnlyList<GroupFigure> Groups() =>
    [
        .. places.Zip(tallies).SelectMany(row => RankGroups(group => row.Second.Children[group] + row.Second.Adults[group])
            .Select(ranked => new GroupFigure(
                row.First.Level,
                row.First.Code,
                groups.Code(ranked.Item),
                groups.Name(ranked.Item),
                ranked.Count,
                row.Second.Children[ranked.Item],
                row.Second.Adults[ranked.Item],
                row.First.IsRanked ? ranked.Rank : null))),
    ];

    public IReadOnlyList<DistrictUnderFives> UnderFivesByDistrict()
    {
        var rows = places.Zip(tallies).ToArray();
        var districts = rows.Where(row => row.First.Level == Levels.District);
        return
        [
            .. Ranking.Rank(districts, row => row.Second.UnderFives, (a, b) => string.CompareOrdinal(a.First.Name, b.First.Name))
                .Select(ranked => new DistrictUnderFives(ranked.Item.First.Code, ranked.Item.First.Name, ranked.Count, ranked.Rank)),
            .. rows.Where(row => !row.First.IsRanked)
                .Select(row => new DistrictUnderFives(row.First.Code, row.First.Name, row.Second.UnderFives, null)),
        ];
    }

    public IReadOnlyList<GroupUnderFives> UnderFivesByGroup() =>
    [
        .. places.Zip(tallies).SelectMany(row => RankGroups(group => row.Second.UnderFivesByGroup[group])
            .Select(ranked => new GroupUnderFives(
                row.First.Level,
                row.First.Code,
                groups.Code(ranked.Item),
                groups.Name(ranked.Item),
                ranked.Count,
                row.First.IsRanked ? ranked.Rank : null))),
    ];

    public IReadOnlyList<MeaningfulReachFigure> MeaningfulReach() =>
    [
        .. places.Zip(tallies, (place, tally) => new MeaningfulReachFigure(
            place.Level,
            place.Code,
            tally.Contacts,
            tally.Ascertained,
            tally.Contacts == 0 ? null : 100.0 * tally.Ascertained / tally.Contacts)),
    ];

    private IEnumerable<(int Item, int Count, int? Rank)> RankGroups(Func<int, int> count) =>
        Ranking.Rank(Enumerable.Range(0, groups.Count), count, (a, b) => string.CompareOrdinal(groups.Name(a), groups.Name(b)));
}
