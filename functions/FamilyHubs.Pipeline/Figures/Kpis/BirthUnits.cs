using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>The units of cohorts with an anchor from one month to another (calculations.md 5).</summary>
internal static class BirthUnits
{
    /// <summary>Profile, <c>unit</c>: children of one birth are one.</summary>
    public const string Family = "family";

    /// <summary>The units with their anchor in the months; some others may be among them.</summary>
    /// <param name="birthSpanDays">Children of one mother born so many days after the first are one birth; 0: on the same day.</param>
    public static IEnumerable<BirthUnit> Of(
        string? unit, Population population, Offset anchor, Month first, Month last, int birthSpanDays)
    {
        var children = Born(population.People, anchor, first, last, unit == Family ? birthSpanDays : 0);
        return unit == Family ? Families(population, children, anchor, birthSpanDays) : Children(population.People, children);
    }

    /// <summary>Those with an anchor in the months, or born so many days before one of them. Who is born later is in no cohort.</summary>
    private static int[] Born(PersonRegister people, Offset anchor, Month first, Month last, int days)
    {
        List<int> born = [];
        for (var person = 0; person < people.Count; person++)
        {
            if (people.Birth(person) is { } birth && birth <= last.Last
                && anchor.After(birth) is var day && first.First <= day.AddDays(days) && day <= last.Last)
            {
                born.Add(person);
            }
        }

        return [.. born];
    }

    private static IEnumerable<BirthUnit> Children(PersonRegister people, int[] children)
    {
        for (var i = 0; i < children.Length; i++)
        {
            yield return new BirthUnit(people.Birth(children[i])!.Value, children.AsMemory(i, 1));
        }
    }

    /// <summary>A child's mother is that at the end of its anchor's month; without one it is a unit of its own.</summary>
    private static IEnumerable<BirthUnit> Families(Population population, int[] children, Offset anchor, int birthSpanDays)
    {
        var people = population.People;
        var born = children
            .Select(child => (Child: child, Birth: people.Birth(child)!.Value))
            .Select(child => (child.Child, child.Birth, Mother: population.Relationships.Mother(child.Child, Month.Of(anchor.After(child.Birth)).Last)))
            .OrderBy(child => child.Mother).ThenBy(child => child.Birth).ThenBy(child => people.Id(child.Child))
            .ToArray();
        for (var start = 0; start < born.Length;)
        {
            var end = start + 1;
            while (end < born.Length && born[start].Mother >= 0 && born[end].Mother == born[start].Mother
                && born[end].Birth.DayNumber - born[start].Birth.DayNumber <= birthSpanDays)
            {
                end++;
            }

            yield return new BirthUnit(
                born[start].Birth, born[start..end].Select(child => child.Child).OrderBy(people.Id).ToArray());
            start = end;
        }
    }
}
