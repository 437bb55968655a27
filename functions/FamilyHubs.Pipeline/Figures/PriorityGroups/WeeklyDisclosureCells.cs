using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The counts of children under five in three or more groups and their sums, while some combinations are not named.</summary>
internal sealed class WeeklyDisclosureCells
{
    /// <param name="unnamed">Combinations that are not named.</param>
    /// <param name="ofFamilies">The combinations are those of families (profile, combinationBasis): the other tables, of the children's own groups, are no sums of them.</param>
    public WeeklyDisclosureCells(WeeklyReport report, IReadOnlySet<CombinationFigure> unnamed, DisclosurePlaces places, bool ofFamilies)
    {
        foreach (var row in report.UnderFivesByDistrict)
            Districts.Add(row.Code, Table.Add($"under fives {row.Code}", WeeklyDisclosure.Counted(row.Children)));
        foreach (var row in report.UnderFivesByGroup)
            AddGroup(row);
        foreach (var row in report.Combinations)
            if (!unnamed.Contains(row))
                Combinations.Add(row, Table.Add($"combination {string.Join('|', row.Groups)} {row.Level} {row.Code}", WeeklyDisclosure.Counted(row.Children)));
        foreach (var place in unnamed.GroupBy(row => (row.Level, row.Code)))
            Others.Add(place.Key, Table.Add($"other combinations {place.Key.Level} {place.Key.Code}", place.Sum(row => WeeklyDisclosure.Counted(row.Children))));
        foreach (var row in report.Triples)
            Triples.Add(row, Table.Add($"triple {string.Join('|', row.Groups)} {row.Level} {row.Code}", WeeklyDisclosure.Counted(row.Children)));

        AddSumsOverPlaces(places, ofFamilies);
        AddSumsOverCombinations(ofFamilies);
        foreach (var group in Groups.GroupBy(entry => entry.Key.Group))
            places.AddSums(Table, group.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value));
        foreach (var set in Combinations.Concat(Triples).GroupBy(entry => (entry.Key.Groups.Count, IsTriple: Triples.ContainsKey(entry.Key), string.Join('|', entry.Key.Groups))))
            places.AddSums(Table, set.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value));
    }

    public DisclosureTable Table { get; } = new();

    /// <summary>By code: a district's, unknown or outside.</summary>
    public Dictionary<string, int> Districts { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Level, string Code, string Group), int> Groups { get; } = [];

    /// <summary>The named ones.</summary>
    public Dictionary<CombinationFigure, int> Combinations { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The children of all unnamed combinations of a place.</summary>
    public Dictionary<(string Level, string Code), int> Others { get; } = [];

    public Dictionary<CombinationFigure, int> Triples { get; } = new(ReferenceEqualityComparer.Instance);

    private void AddGroup(GroupUnderFives row)
    {
        var cell = Table.Add($"under fives {row.Group} {row.Level} {row.Code}", WeeklyDisclosure.Counted(row.Children));
        Groups.Add((row.Level, row.Code, row.Group), cell);
        if (IsOfDistricts(row.Level) && Districts.TryGetValue(row.Code, out var district))
            Table.AddOrder(cell, district);
    }

    /// <summary>
    /// The children of all combinations of a place, named or not. Of districts a table shows them; those of quadrants, area and teams stand
    /// nowhere, but are the sum of what is listed there.
    /// </summary>
    private void AddSumsOverPlaces(DisclosurePlaces places, bool ofFamilies)
    {
        var listed = Combinations.Select(entry => ((entry.Key.Level, entry.Key.Code), entry.Value))
            .Concat(Others.Select(entry => (entry.Key, entry.Value)))
            .ToLookup(entry => entry.Item1, entry => entry.Value);
        int[] teams = [.. listed.Where(place => place.Key.Level == Levels.Team).SelectMany(place => place)];
        var districts = ofFamilies
            ? listed.Where(place => place.Key.Level == Levels.District)
                .ToDictionary(place => place.Key.Code, place => Table.Add($"combinations {place.Key.Level} {place.Key.Code}", Sum(place), isShown: false))
            : Districts;
        var totals = places.AddTotals(Table, "combinations", districts, place => Math.Max(Sum(listed[place]), place == places.Area ? Sum(teams) : 0));
        foreach (var place in listed)
            if (totals.TryGetValue(place.Key, out var total) || (IsOfDistricts(place.Key.Level) && districts.TryGetValue(place.Key.Code, out total)))
                Table.AddListedSum(total, [.. place]);
        if (teams.Length > 0)
            Table.AddListedSum(totals[places.Area], teams);

        int Sum(IEnumerable<int> cells) => cells.Sum(cell => Table.Cells[cell].Value);
    }

    private void AddSumsOverCombinations(bool ofFamilies)
    {
        // By group and place, so that a triple is compared with the combinations of one of its groups only.
        var byGroup = Combinations
            .SelectMany(entry => entry.Key.Groups.Select(group => (Key: (entry.Key.Level, entry.Key.Code, Group: group), Entry: entry)))
            .ToLookup(pair => pair.Key, pair => pair.Entry);
        foreach (var (key, cell) in Groups)
            if (!ofFamilies && byGroup.Contains(key))
                Table.AddListedSum(cell, [.. byGroup[key].Select(entry => entry.Value)]);
        foreach (var (triple, cell) in Triples)
            AddTriple(triple, cell, byGroup, ofFamilies);
    }

    private void AddTriple(
        CombinationFigure triple,
        int cell,
        ILookup<(string Level, string Code, string Group), KeyValuePair<CombinationFigure, int>> byGroup,
        bool ofFamilies)
    {
        foreach (var group in triple.Groups)
            if (!ofFamilies && Groups.TryGetValue((triple.Level, triple.Code, group), out var whole))
                Table.AddOrder(cell, whole);
        int[] parts = [.. byGroup[(triple.Level, triple.Code, triple.Groups[0])]
            .Where(entry => triple.Groups.All(group => entry.Key.Groups.Contains(group, StringComparer.Ordinal)))
            .Select(entry => entry.Value)];
        if (parts.Length > 0)
            Table.AddListedSum(cell, parts);
    }

    private static bool IsOfDistricts(string level) => level is "district" or "unknown" or "outside";
}
