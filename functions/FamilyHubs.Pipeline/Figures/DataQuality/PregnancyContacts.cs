using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Antenatal contacts after which a birth should be known by the month's end: the profile's days have passed since (calculations.md 13).</summary>
internal static class PregnancyContacts
{
    private const string Review = "antenatal";

    /// <summary>Counts the contacts of each mother, one a day, and those with no child of hers born from that day to so many days later.</summary>
    public static void Check(MonthlyContext context, QualityRows rows)
    {
        var days = context.Profile.DataQuality.PregnancyToBirthDays;
        var type = context.Reviews.Definitions.Type(Review);
        var modes = context.Reviews.Definitions.Modes(context.Profile.CountedModes);
        var births = BirthsOfMothers(context.Population);
        HashSet<DateOnly> contacts = [];
        for (var person = 0; person < context.Population.People.Count; person++)
        {
            contacts.Clear();
            foreach (ref readonly var signal in context.Reviews.Of(person))
            {
                if (signal.Type == type && signal.Day.AddDays(days) <= context.AsOf && signal.Counts(modes))
                {
                    contacts.Add(signal.Day);
                }
            }

            foreach (var contact in contacts)
            {
                rows.Add(QualityRules.NoBirthAfterContact, "SREvent", person, !births[person].Any(birth => contact <= birth && birth <= contact.AddDays(days)));
            }
        }
    }

    /// <summary>A mother is one who ever was: an ended relationship does not undo the birth.</summary>
    private static ILookup<int, DateOnly> BirthsOfMothers(Population population)
    {
        List<(int Mother, DateOnly Birth)> births = [];
        for (var child = 0; child < population.People.Count; child++)
        {
            if (population.People.Birth(child) is not { } birth)
            {
                continue;
            }

            foreach (ref readonly var link in population.Relationships.Of(child))
            {
                if (link.IsMother)
                {
                    births.Add((link.Parent, birth));
                }
            }
        }

        return births.ToLookup(pair => pair.Mother, pair => pair.Birth);
    }
}
