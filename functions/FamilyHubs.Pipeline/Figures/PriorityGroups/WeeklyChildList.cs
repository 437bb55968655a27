using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The children under five of the top combinations of their own district, with the rank there (calculations.md 3).</summary>
internal sealed class WeeklyChildList
{
    private readonly WeeklyCounts _counts;
    private readonly List<(int Child, int District, RankedSet Combination)> _children = [];

    public WeeklyChildList(WeeklyCounts counts, WeeklyCombinations combinations)
    {
        _counts = counts;
        var districts = counts.Places.Places.Count(place => place.Level == Levels.District);
        var tops = Enumerable.Range(0, districts).Select(district => combinations.Top(counts.Places.OfDistrict(district))).ToArray();
        for (var child = 0; child < counts.Residents.Count; child++)
        {
            var district = counts.Residents.District(child);
            if (district >= 0 && counts.IsUnderFive(child) && tops[district].TryGetValue(counts.CombinationOf(child), out var combination))
            {
                _children.Add((child, district, combination));
            }
        }
    }

    /// <summary>Asks for the whole history of contacts of the children and their parents.</summary>
    public void AskForContacts(DateOnly[] since)
    {
        foreach (var (child, _, _) in _children)
        {
            _counts.WithParents(child, since, DateOnly.MinValue);
        }
    }

    /// <summary>The list by district, rank, combination and record id.</summary>
    /// <param name="contacts">Meaningful reaches by the end of the week; that of a parent is one of the child.</param>
    public IReadOnlyList<ChildListEntry> Entries(Population population, DateOnly asOf, IReadOnlyList<Contact> contacts)
    {
        var last = new DateOnly[population.People.Count];
        foreach (var contact in contacts)
        {
            last[contact.Person] = contact.Day > last[contact.Person] ? contact.Day : last[contact.Person];
        }

        return
        [
            .. _children
                .OrderBy(entry => entry.District)
                .ThenBy(entry => entry.Combination.Rank)
                .ThenBy(entry => string.Join('|', entry.Combination.Groups), StringComparer.Ordinal)
                .ThenBy(entry => population.People.Id(entry.Child))
                .Select(entry => new ChildListEntry(
                    population.People.Id(entry.Child),
                    Age.InMonths(population.People.Birth(entry.Child)!.Value, asOf),
                    _counts.Places.Places[_counts.Places.OfDistrict(entry.District)].Code,
                    population.Allocations.Teams.Code(_counts.Residents.Team(entry.Child)),
                    entry.Combination.Groups,
                    entry.Combination.Rank,
                    Last(entry.Child))),
        ];

        DateOnly? Last(int child)
        {
            var day = last[child];
            foreach (var parent in population.Relationships.Parents(child, asOf))
            {
                day = last[parent] > day ? last[parent] : day;
            }

            return day == DateOnly.MinValue ? null : day;
        }
    }
}
