using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Mothers, partners, children: births, names, deaths, and who is left out of figures.</summary>
internal sealed class PersonMaker(SampleArea area)
{
    /// <summary>Ids of SRPatient are 32 bits: so many a family, from a million on.</summary>
    public const int PeopleOfAFamily = 12;

    public const int FirstPerson = 1_000_000;

    /// <summary>A mother is on record from the notification of the pregnancy on.</summary>
    public const int NotifiedDaysBeforeBirth = 170;

    public void Add(Family family, long ordinal)
    {
        var random = family.Random;
        var births = Births(random);
        var first = births[0];
        var surname = random.Pick(SampleNames.Surnames);
        var shared = random.Chance(Rates.SharedFamily);
        var kind = random.Unit();
        var loneFather = kind < Rates.LoneFather;
        var lone = kind < Rates.LoneParent;
        if (!loneFather)
        {
            var age = Math.Clamp(15 + random.Between(0, 13) + random.Between(0, 13) - family.Need, 15, 44);
            var birth = first.AddYears(-age).AddDays(-random.Below(365));
            family.Mother = Adult(family, 'F', birth, surname, shared, first.AddDays(-NotifiedDaysBeforeBirth), ordinal++);
        }

        if (loneFather || (!lone && random.Chance(Rates.PartnerOnRecord)))
        {
            var birth = first.AddYears(-random.Between(19, 41)).AddDays(-random.Below(365));
            var name = random.Chance(0.7) ? surname : random.Pick(SampleNames.Surnames);
            family.Partner = Adult(family, 'M', birth, name, shared, first.AddDays(random.Between(5, 40)), ordinal++);
        }

        foreach (var birth in births)
        {
            family.Children.Add(Child(family, birth, surname, shared, ordinal++));
        }

        foreach (var person in family.People)
        {
            if (Sometime(random, Rates.OptOut, person.Created) is { } chosen)
            {
                family.Facts.Add(new OptOut { Id = family.NextId(), Owner = person, Created = chosen });
            }
        }

        if (random.Chance(Rates.Death))
        {
            Die(random, random.Pick([.. family.People]));
        }
    }

    /// <summary>Days of birth in order; twins share theirs.</summary>
    private List<DateOnly> Births(Prng random)
    {
        // The youngest is up to twelve weeks from being born at the end: its mother has antenatal contacts already.
        var age = random.Weighted(Rates.YoungestByAge);
        var birth = area.Options.To.AddDays(84).AddYears(-age).AddDays(-random.Below(365));
        List<DateOnly> births = [birth];
        var count = random.Weighted(Rates.ChildrenInFamily) + 1;
        while (births.Count < count)
        {
            birth = random.Chance(Rates.Twins) ? birth : birth.AddDays(-random.Between(420, 1700));
            births.Add(birth);
        }

        births.RemoveAll(day => day <= area.Options.To.AddYears(-20));
        births.Reverse();
        return births.Count > 0 ? births : [area.Options.To.AddYears(-19)];
    }

    private Person Adult(Family family, char sex, DateOnly birth, string surname, bool shared, DateOnly known, long ordinal)
    {
        var created = Moments.OfWork(family.Random, known);
        return Make(family, sex, birth, surname, shared, created, ordinal, isChild: false);
    }

    private Person Child(Family family, DateOnly birth, string surname, bool shared, long ordinal)
    {
        var sex = family.Random.Chance(0.513) ? 'M' : 'F';
        var created = birth.AddDays(family.Random.Between(1, 4)).ToDateTime(new TimeOnly(6, family.Random.Below(60)));
        return Make(family, sex, birth, surname, shared, created, ordinal, isChild: true);
    }

    private Person Make(Family family, char sex, DateOnly birth, string surname, bool shared, DateTime created, long ordinal, bool isChild)
    {
        var random = family.Random;
        var first = random.Pick(sex == 'F' ? SampleNames.Girls : SampleNames.Boys);
        var minute = isChild ? random.Below(24 * 60) : 0;
        var test = random.Chance(Rates.TestPatient);
        var number = random.Chance(Rates.NoNhsNumber) ? null : area.NhsNumbers.Of(ordinal);
        var filtered = Sometime(random, Rates.RemovedByContentFilter, created);
        var slot = (family.Mother is null ? 0 : 1) + (family.Partner is null ? 0 : 1) + family.Children.Count;
        return new Person
        {
            Id = FirstPerson + (long)family.Index * PeopleOfAFamily + slot,
            Sex = sex,
            FirstName = test ? "Test" : first,
            Surname = test ? "Patient" : surname,
            Birth = birth.ToDateTime(TimeOnly.MinValue).AddMinutes(minute),
            IsChild = isChild,
            NhsNumber = number,
            Test = test,
            Shared = shared,
            Created = created,
            Filtered = filtered,
        };
    }

    private DateTime? Sometime(Prng random, double share, DateTime created)
    {
        var chosen = random.Chance(share);
        var day = random.Day(created.Day(), area.Horizon);
        return chosen ? day.ToDateTime(new TimeOnly(12, 0)) : null;
    }

    private void Die(Prng random, Person person)
    {
        var first = person.Created.Day() > area.HistoryStart ? person.Created.Day() : area.HistoryStart;
        if (first < area.Options.To)
        {
            person.Death = Moments.AtMidnight(random.Day(first, area.Options.To));
            person.Changed = person.Death.Value.AddDays(random.Between(1, 6)).AddHours(11);
        }
    }
}
