namespace FamilyHubs.Pipeline.People;

/// <summary>The families at a day (calculations.md 2): the key person, every child with that key, and those children's other parents.</summary>
public sealed class Families
{
    private readonly SortedDictionary<long, Family> _families = [];

    private Families()
    {
    }

    /// <summary>By the record id of the key person.</summary>
    public IReadOnlyCollection<Family> All => _families.Values;

    /// <summary>The families of those who are under age at the day. Who is out is no member, but may be the key.</summary>
    /// <param name="underYears">Children are younger than so many years, <c>families.childUnderYears</c> of the profile.</param>
    public static Families At(DateOnly at, int underYears, PersonRegister people, Relationships relationships)
    {
        var families = new Families();
        for (var child = 0; child < people.Count; child++)
        {
            if (people.IsOut(child, at) || !people.IsUnder(underYears, child, at))
            {
                continue;
            }

            var key = relationships.FamilyKey(child, at);
            var id = people.Id(key);
            if (!families._families.TryGetValue(id, out var family))
            {
                families._families[id] = family = new Family(id);
                family.Join(key, id, people.IsOut(key, at));
            }

            family.Join(child, people.Id(child), isOut: false);
            foreach (var parent in relationships.Parents(child, at))
            {
                family.Join(parent, people.Id(parent), people.IsOut(parent, at));
            }
        }

        return families;
    }
}
