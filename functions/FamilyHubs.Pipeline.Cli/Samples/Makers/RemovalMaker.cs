using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Takes records back between the first and the last batch: entries made in error, and a whole person now and then.</summary>
internal sealed class RemovalMaker(SampleArea area)
{
    public void Add(Family family)
    {
        var random = family.Random;
        foreach (var fact in family.Facts)
        {
            if (random.Chance(fact is Entry or Membership or AtRisk ? Rates.RemovedEntry : Rates.RemovedOther))
            {
                fact.Removed = Later(random, fact);
            }
        }

        foreach (var person in family.People)
        {
            if (random.Chance(Rates.RemovedPerson))
            {
                person.Removed = Later(random, person);
            }
        }
    }

    private DateTime? Later(Prng random, Fact fact)
    {
        var from = fact.Created.Day() > area.Options.From ? fact.Created.Day() : area.Options.From;
        var last = area.Options.To > from ? area.Options.To : from;
        return random.Day(from, last).AddDays(1).ToDateTime(new TimeOnly(10, random.Below(60)));
    }
}
