using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The counts of children under five in three or more groups and their sums, while some combinations are not named.</summary>
internal sealed class WeeklyDisclosureCells
{
    private readonly WeeklyReport _report;

    public WeeklyDisclosureCells(WeeklyReport report, IReadOnlySet<CombinationFigure> unnamed, DisclosurePlaces places)
    {
        _report = report;
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

        AddSumsOverCombinations();
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

    private void AddSumsOverCombinations()
    {
        var named = Combinations.ToLookup(entry => (entry.Key.Level, entry.Key.Code));
        foreach (var row in _report.Combinations.GroupBy(row => (row.Level, row.Code)).Select(place => place.First()))
        {
            if (!IsOfDistricts(row.Level) || !Districts.TryGetValue(row.Code, out var district))
                continue;
            var parts = named[(row.Level, row.Code)].Select(entry => entry.Value);
            Table.AddListedSum(district, [.. parts, .. Others.TryGetValue((row.Level, row.Code), out var others) ? [others] : Array.Empty<int>()]);
        }

        // By group and place, so that a triple is compared with the combinations of one of its groups only.
        var byGroup = Combinations
            .SelectMany(entry => entry.Key.Groups.Select(group => (Key: (entry.Key.Level, entry.Key.Code, Group: group), Entry: entry)))
            .ToLookup(pair => pair.Key, pair => pair.Entry);
        foreach (var (key, cell) in Groups)
            if (byGroup.Contains(key))
                Table.AddListedSum(cell, [.. byGroup[key].Select(entry => entry.Value)]);
        foreach (var (triple, cell) in Triples)
            AddTriple(triple, cell, byGroup);
    }

    private void AddTriple(
        CombinationFigure triple, int cell, ILookup<(string Level, string Code, string Group), KeyValuePair<CombinationFigure, int>> byGroup)
    {
        foreach (var group in triple.Groups)
            if (Groups.TryGetValue((triple.Level, triple.Code, group), out var whole))
                Table.AddOrder(cell, whole);
        int[] parts = [.. byGroup[(triple.Level, triple.Code, triple.Groups[0])]
            .Where(entry => triple.Groups.All(group => entry.Key.Groups.Contains(group, StringComparer.Ordinal)))
            .Select(entry => entry.Value)];
        if (parts.Length > 0)
            Table.AddListedSum(cell, parts);
    }

    private static bool IsOfDistricts(string level) => level is "district" or "unknown" or "outside";
}
