using System.Numerics;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Counts everyone at the end of the week into the tallies of the places (calculations.md 3).</summary>
internal sealed class WeeklyCounts
{
    /// <summary>Profile, <c>combinationBasis</c>: a combination is of the groups of the child and its parents.</summary>
    public const string Family = "family";

    private const int ChildYears = 18;
    private const int EarlyYears = 5;

    /// <summary>Triples need three groups, whatever the profile asks of a combination.</summary>
    private const int SmallestSet = 3;

    private readonly DateOnly _asOf;
    private readonly Profile _profile;
    private readonly Population _population;
    private readonly ulong[] _sets;

    public WeeklyCounts(IsoWeek week, Profile profile, Population population)
    {
        (_asOf, _profile, _population) = (week.Sunday, profile, population);
        _sets = population.Groups.At(_asOf, population.People);
        Residents = Residents.At(_asOf, population, profile.Geography);
        Places = new PlaceDirectory(profile.Geography, population.Allocations.Teams, Residents);
        Tallies = [.. Places.Places.Select(_ => new PlaceTally(population.Definitions.Count))];
        Span<int> buffer = stackalloc int[PlaceDirectory.MostPerPerson];
        for (var person = 0; person < Residents.Count; person++)
        {
            Count(person, Places.Of(person, buffer));
        }
    }

    public Residents Residents { get; }

    public PlaceDirectory Places { get; }

    /// <summary>One for each of the places.</summary>
    public IReadOnlyList<PlaceTally> Tallies { get; }

    /// <summary>Under five and not out.</summary>
    public bool IsUnderFive(int person) => !Residents.IsOut(person) && _population.People.IsUnder(EarlyYears, person, _asOf);

    /// <summary>The groups that make the child's combination: its own, or those of child and parents (profile, combinationBasis).</summary>
    public ulong CombinationOf(int child)
    {
        var set = _sets[child];
        if (_profile.CombinationBasis == Family)
        {
            foreach (var link in _population.Relationships.Of(child))
            {
                set |= link.Holds(_asOf) ? _sets[link.Parent] : 0;
            }
        }

        return set;
    }

    /// <summary>First day whose contacts are wanted: Monday for children under five and their parents, for the rest never.</summary>
    public DateOnly[] ReachableSince(DateOnly monday)
    {
        var since = new DateOnly[Residents.Count];
        Array.Fill(since, DateOnly.MaxValue);
        for (var child = 0; child < since.Length; child++)
        {
            if (IsUnderFive(child))
            {
                WithParents(child, since, monday);
            }
        }

        return since;
    }

    /// <summary>Sets the first day for a child and those of its parents who are not out.</summary>
    public void WithParents(int child, DateOnly[] since, DateOnly first)
    {
        since[child] = first;
        foreach (var link in _population.Relationships.Of(child))
        {
            if (link.Holds(_asOf) && !Residents.IsOut(link.Parent))
            {
                since[link.Parent] = first;
            }
        }
    }

    /// <summary>Children without a home, and with one that the reference does not have (calculations.md 13).</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var (children, homeless, notInReference) = (0, 0, 0);
        for (var person = 0; person < Residents.Count; person++)
        {
            if (!Residents.IsOut(person) && _population.People.IsUnder(ChildYears, person, _asOf))
            {
                children++;
                var home = Residents.District(person) == Residents.Unknown ? _population.Homes.At(person, _asOf) : 0;
                homeless += home == Homes.None ? 1 : 0;
                notInReference += home == Homes.NotInReference ? 1 : 0;
            }
        }

        return
        [
            new(FindingRules.ChildNoHome, "SRPatientAddressHistory", homeless, children),
            new(FindingRules.HomeNotInReference, "SRPatientAddressHistory", notInReference, children - homeless),
        ];
    }

    private void Count(int person, ReadOnlySpan<int> places)
    {
        if (places.IsEmpty)
        {
            return;
        }

        var own = _sets[person];
        var isChild = _population.People.IsUnder(ChildYears, person, _asOf);
        var isUnderFive = isChild && _population.People.IsUnder(EarlyYears, person, _asOf);
        var combination = isUnderFive ? CombinationOf(person) : 0;
        foreach (var place in places)
        {
            var tally = Tallies[place];
            tally.AddPerson(own, isChild);
            if (isUnderFive && BitOperations.PopCount(own) >= _profile.CombinationMinimum)
            {
                tally.AddUnderFive(own);
            }

            if (BitOperations.PopCount(combination) >= Math.Min(SmallestSet, _profile.CombinationMinimum))
            {
                tally.AddSet(combination);
            }
        }
    }
}
