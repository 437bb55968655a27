using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>The sums over places of calculations.md 9.3: districts in a quadrant, quadrants in the area, teams in the area.</summary>
internal sealed class DisclosurePlaces(Geography geography)
{
    /// <summary>The area.</summary>
    public (string Level, string Code) Area => (Levels.Area, geography.Area.Code);

    /// <summary>Whether rows of a level have a rank: unknown and outside follow without one.</summary>
    public static bool IsRanked(string level) => level is Levels.Area or Levels.Quadrant or Levels.District or Levels.Team;

    /// <summary>Adds the totals of a count that stands in a report by district only: those of the quadrants and of the area, which are not shown, with their sums.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="districts">The cell of each district by its code; others are passed over.</param>
    /// <param name="atLeast">What else is known of the total of a place: it is not less.</param>
    /// <returns>The cell of each total by level and code.</returns>
    public IReadOnlyDictionary<(string Level, string Code), int> AddTotals(
        DisclosureTable table, string name, IReadOnlyDictionary<string, int> districts, Func<(string Level, string Code), int> atLeast)
    {
        Dictionary<(string Level, string Code), int> totals = [];
        foreach (var quadrant in geography.Quadrants)
        {
            Add((Levels.Quadrant, quadrant.Code), [.. quadrant.Districts.Where(district => districts.ContainsKey(district.Code)).Select(district => districts[district.Code])]);
        }

        Add(Area, [.. totals.Values]);
        return totals;

        void Add((string Level, string Code) place, int[] parts)
        {
            var value = Math.Max(parts.Sum(part => table.Cells[part].Value), atLeast(place));
            var total = table.Add($"{name} {place.Level} {place.Code}", value, isShown: false);
            table.AddListedSum(total, parts);
            totals.Add(place, total);
        }
    }

    /// <summary>Adds the sums of one count over all places.</summary>
    /// <param name="cells">Its cell at each place, by level and code.</param>
    /// <param name="exact">
    /// False for figures that come from several sources: parts that are above their total are no sum of it, and nobody can take them for one.
    /// </param>
    /// <exception cref="InvalidOperationException">Parts of an exact count are above their total.</exception>
    public void AddSums(DisclosureTable table, IReadOnlyDictionary<(string Level, string Code), int> cells, bool exact = true)
    {
        foreach (var quadrant in geography.Quadrants)
        {
            Add((Levels.Quadrant, quadrant.Code), quadrant.Districts.Select(district => (Levels.District, district.Code)));
        }

        // A partner may send districts and the area alone: then the districts are what the area is made of.
        Add(Area, geography.Quadrants.SelectMany(quadrant => cells.ContainsKey((Levels.Quadrant, quadrant.Code))
            ? [(Levels.Quadrant, quadrant.Code)]
            : quadrant.Districts.Select(district => (Levels.District, district.Code))));
        Add(Area, cells.Keys.Where(place => place.Level == Levels.Team));

        void Add((string Level, string Code) total, IEnumerable<(string Level, string Code)> places)
        {
            if (!cells.TryGetValue(total, out var cell))
            {
                return;
            }

            int[] parts = [.. places.Where(cells.ContainsKey).Select(place => cells[place])];
            if (parts.Length > 0 && (exact || parts.Sum(part => (long)table.Cells[part].Value) <= table.Cells[cell].Value))
            {
                table.AddListedSum(cell, parts);
            }
        }
    }
}
