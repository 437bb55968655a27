using System.Runtime.InteropServices;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>Place and reviews of one unit after another. A child's reviews are on its own record, a family's on the mother's.</summary>
internal sealed class UnitReviews(MonthlyContext context)
{
    private readonly Population _population = context.Population;
    private readonly List<int> _subjects = [];
    private readonly List<int> _parents = [];

    /// <summary>Persons whose records hold the reviews of the unit taken last.</summary>
    public ReadOnlySpan<int> Subjects => CollectionsMarshal.AsSpan(_subjects);

    /// <summary>Persons on whose records components count too: the children's parents, if the profile says so (componentOnParent).</summary>
    public ReadOnlySpan<int> Parents => CollectionsMarshal.AsSpan(_parents);

    /// <summary>District of the unit taken last, or <see cref="Residents.Out"/> when all its children are.</summary>
    public int District { get; private set; }

    /// <summary>Team of the unit taken last.</summary>
    public int Team { get; private set; }

    /// <summary>
    /// Takes a unit as it is at a day. A family has the place of its resident child with the lowest id, without one that of its child with the
    /// lowest id; it is met for the contact of any mother of its children, who may have died since.
    /// </summary>
    public void Take(in BirthUnit unit, bool isFamily, DateOnly at)
    {
        _subjects.Clear();
        _parents.Clear();
        (District, Team) = (Residents.Out, Teams.None);
        foreach (var child in unit.Children.Span)
        {
            var district = context.Finder.District(child, at);
            if (district == Residents.Out)
            {
                continue;
            }

            if (District == Residents.Out || (District < 0 && district >= 0))
            {
                (District, Team) = (district, context.Finder.Team(child, at));
            }

            TakeRecords(child, isFamily, at);
        }
    }

    /// <summary>Day of the unit's earliest counted review of a type in a window, and on whose record it is; null for none.</summary>
    public (int Person, DateOnly Day)? Earliest(int type, (DateOnly From, DateOnly To) window, ulong modes)
    {
        (int Person, DateOnly Day)? earliest = null;
        foreach (var person in Subjects)
        {
            if (context.Reviews.Earliest(person, type, window.From, window.To, modes) is { } day && !(day >= earliest?.Day))
            {
                earliest = (person, day);
            }
        }

        return earliest;
    }

    /// <summary>A counted review of the unit in the window has the component.</summary>
    public bool HasReviewWith(int component, int type, (DateOnly From, DateOnly To) window, ulong modes)
    {
        foreach (var person in Subjects)
        {
            foreach (ref readonly var signal in context.Reviews.Of(person))
            {
                if (signal.Type == type && window.From <= signal.Day && signal.Day <= window.To && signal.Counts(modes)
                    && context.Reviews.HasComponent(component, person, type, signal.Day, modes, Parents))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void TakeRecords(int child, bool isFamily, DateOnly at)
    {
        if (!isFamily)
        {
            _subjects.Add(child);
        }

        foreach (ref readonly var link in _population.Relationships.Of(child))
        {
            if (link.Holds(at))
            {
                if (isFamily && link.IsMother)
                {
                    _subjects.Add(link.Parent);
                }

                if (context.Profile.ComponentOnParent)
                {
                    _parents.Add(link.Parent);
                }
            }
        }
    }
}
