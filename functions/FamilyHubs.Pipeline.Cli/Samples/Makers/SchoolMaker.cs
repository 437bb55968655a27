using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Schools of children from reception on: a primary school of the home's district, then a secondary one.</summary>
internal static class SchoolMaker
{
    public static void Add(Family family, DateOnly horizon)
    {
        var random = family.Random;
        var (primary, secondary) = (random.Below(3), 3 + random.Below(2));
        foreach (var child in family.Children)
        {
            var reception = FirstSeptember(child.BirthDay.AddYears(4));
            var yearSeven = reception.AddYears(7);
            AddSchool(family, child, reception, yearSeven, primary, horizon);
            AddSchool(family, child, yearSeven, yearSeven.AddYears(5), secondary, horizon);
        }
    }

    private static DateOnly FirstSeptember(DateOnly from)
    {
        var september = new DateOnly(from.Year, 9, 1);
        return september < from ? september.AddYears(1) : september;
    }

    private static void AddSchool(Family family, Person child, DateOnly from, DateOnly to, int school, DateOnly horizon)
    {
        var place = family.HomeOn(from)?.Place;
        if (from > horizon || place is null || !child.AliveOn(from) || from <= child.Created.Day())
        {
            return;
        }

        var left = to < horizon ? Moments.AtMidnight(to) : (DateTime?)null;
        family.Facts.Add(new Schooling
        {
            Id = family.NextId(),
            Owner = child,
            When = Moments.AtMidnight(from),
            Created = Moments.AtMidnight(from).AddDays(20).AddHours(11),
            Changed = left?.AddDays(9).AddHours(11),
            School = place.Schools[school],
            Left = left,
        });
    }
}
