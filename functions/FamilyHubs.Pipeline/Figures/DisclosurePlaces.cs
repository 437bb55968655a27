using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>The sums over places of calculations.md 9.3: districts in a quadrant, quadrants in the area, teams in the area.</summary>
internal sealed class DisclosurePlaces(Geography geography)
{
    /// <summary>Whether rows of a level have a rank: unknown and outside follow without one.</summary>
    public static bool IsRanked(string level) => level is Levels.Area or Levels.Quadrant or Levels.District or Levels.Team;

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

        var area = (Levels.Area, geography.Area.Code);
        Add(area, geography.Quadrants.Select(quadrant => (Levels.Quadrant, quadrant.Code)));
        Add(area, cells.Keys.Where(place => place.Level == Levels.Team));

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
