using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The sums over places of calculations.md 9.3: districts in a quadrant, quadrants in the area, teams in the area.</summary>
internal sealed class WeeklyDisclosurePlaces(Geography geography)
{
    private const string Area = "area";
    private const string Quadrant = "quadrant";
    private const string District = "district";
    private const string Team = "team";

    /// <summary>Whether rows of a level have a rank: unknown and outside follow without one.</summary>
    public static bool IsRanked(string level) => level is Area or Quadrant or District or Team;

    /// <summary>Adds the sums of one count over all places.</summary>
    /// <param name="cells">Its cell at each place, by level and code.</param>
    public void AddSums(DisclosureTable table, IReadOnlyDictionary<(string Level, string Code), int> cells)
    {
        foreach (var quadrant in geography.Quadrants)
            AddSum(table, cells, (Quadrant, quadrant.Code), quadrant.Districts.Select(district => (District, district.Code)));

        var area = (Area, geography.Area.Code);
        AddSum(table, cells, area, geography.Quadrants.Select(quadrant => (Quadrant, quadrant.Code)));
        AddSum(table, cells, area, cells.Keys.Where(place => place.Level == Team));
    }

    private static void AddSum(
        DisclosureTable table,
        IReadOnlyDictionary<(string Level, string Code), int> cells,
        (string Level, string Code) total,
        IEnumerable<(string Level, string Code)> places)
    {
        if (!cells.TryGetValue(total, out var cell))
            return;
        int[] parts = [.. places.Where(cells.ContainsKey).Select(place => cells[place])];
        if (parts.Length > 0)
            table.AddListedSum(cell, parts);
    }
}
