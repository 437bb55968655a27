namespace FamilyHubs.Pipeline.People;

/// <summary>Children and their parents (calculations.md 2, "Parents of a child at D").</summary>
public sealed class Relationships
{
    private readonly PersonRegister _people;
    private readonly PersonRows<ParentLink> _links;

    internal Relationships(PersonRegister people, PersonRows<ParentLink> links) => (_people, _links) = (people, links);

    /// <summary>The child's links to its parents, whenever they hold; a parent may have several.</summary>
    public ReadOnlySpan<ParentLink> Of(int child) => _links.Of(child);

    /// <summary>The parents at that day, each once, by record id. They have a record, but may be out.</summary>
    public IReadOnlyList<int> Parents(int child, DateOnly at)
    {
        SortedDictionary<long, int> parents = [];
        foreach (var link in Of(child))
        {
            if (link.Holds(at))
            {
                parents[_people.Id(link.Parent)] = link.Parent;
            }
        }

        return [.. parents.Values];
    }

    /// <summary>The mother at that day, of several the one with the lowest record id; -1 when none is known. She has a record, but may be out.</summary>
    public int Mother(int child, DateOnly at)
    {
        var mother = -1;
        foreach (ref readonly var link in Of(child))
        {
            if (link.IsMother && link.Holds(at) && (mother < 0 || _people.Id(link.Parent) < _people.Id(mother)))
            {
                mother = link.Parent;
            }
        }

        return mother;
    }

    /// <summary>
    /// The person who keys the child's family at that day: the mother with the lowest record id, else the principal carer, else
    /// the parent with the lowest id, else the child.
    /// </summary>
    public int FamilyKey(int child, DateOnly at)
    {
        var key = child;
        var best = (Order: 4, Id: 0L);
        foreach (var link in Of(child))
        {
            var rank = (Order: link.IsMother ? 1 : link.IsPrincipalCarer ? 2 : 3, Id: _people.Id(link.Parent));
            if (link.Holds(at) && rank.CompareTo(best) < 0)
            {
                (key, best) = (link.Parent, rank);
            }
        }

        return key;
    }
}
