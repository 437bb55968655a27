using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Homes of a family one after the other, and the address rows of its people.</summary>
internal sealed class HomeMaker(SampleArea area)
{
    public void Add(Family family)
    {
        var random = family.Random;
        if (random.Chance(Rates.NoHome))
        {
            return;
        }

        Live(family);
        foreach (var person in family.People)
        {
            foreach (var home in family.Homes)
            {
                AddAddress(family, person, home);
            }

            if (random.Chance(0.01))
            {
                AddAddress(family, person, family.Homes[^1], "Correspondence only");
            }
        }
    }

    private void Live(Family family)
    {
        var random = family.Random;
        var since = family.People.Min(person => person.Created).Day();
        var place = random.Chance(Rates.Outside) ? random.Pick(area.Elsewhere) : area.DrawDistrict(random);
        for (var day = since; ;)
        {
            var years = 0;
            while (!random.Chance(Rates.MovesAYear) && years < 25)
            {
                years++;
            }

            var next = day.AddYears(years).AddDays(random.Between(20, 365));
            var last = years >= 25 || next >= area.Options.To;
            family.Homes.Add(Home(random, place, day, last ? null : next));
            if (last)
            {
                return;
            }

            day = next;
            place = random.Unit() switch
            {
                < Rates.MoveOutside => random.Pick(area.Elsewhere),
                < Rates.MoveOutside + Rates.MoveToAnotherDistrict => area.DrawDistrict(random),
                _ when place.Quadrant is null => area.DrawDistrict(random),
                _ => place,
            };
        }
    }

    private static Home Home(Prng random, SamplePlace place, DateOnly from, DateOnly? to)
    {
        var postcode = random.Pick(place.Postcodes);
        var (number, road) = (random.Between(1, 148), random.Pick(SampleNames.Roads));
        var strange = random.Unit();
        var unknown = PostcodeBook.Unknown(random);
        return strange switch
        {
            < Rates.BlankPostcode => new Home(null, null, 0, number, road, from, to),
            < Rates.BlankPostcode + Rates.UnknownPostcode => new Home(null, unknown, 0, number, road, from, to),
            _ => new Home(place, postcode.Postcode, postcode.Quintile, number, road, from, to),
        };
    }

    private static void AddAddress(Family family, Person person, Home home, string type = "Home")
    {
        var random = family.Random;
        var born = person.Created.Day();
        var recorded = random.Between(1, 9);
        var blankType = random.Chance(0.05);
        if (home.To <= born)
        {
            return;
        }

        var from = home.From > born ? home.From : born;
        var created = from == born ? person.Created : Moments.OfWork(random, from.AddDays(recorded)).AddDays(2);
        family.Facts.Add(new Address
        {
            Id = family.NextId(),
            Owner = person,
            When = Moments.AtMidnight(from),
            Created = created,
            Changed = home.To is { } to ? Moments.OfWork(random, to.AddDays(random.Between(3, 12))) : null,
            Home = home,
            Type = blankType && type == "Home" ? string.Empty : type,
        });
    }
}
