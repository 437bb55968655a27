using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>
/// Who is in which priority groups. Need and household tie the groups of a family together; some families have one of a few frequent
/// combinations, so that top combinations stand out of a long tail (E19-38).
/// </summary>
internal sealed class GroupMaker(SampleArea area)
{
    private const double Most = 0.8;

    private readonly GroupSpellMaker _spells = new(area);

    public void Add(Family family)
    {
        var random = family.Random;
        var bundle = area.Groups.DrawBundle(random);
        var factor = Rates.NeedFactors[bundle is null ? family.Need : 0];
        HashSet<SampleGroup> household = [];
        foreach (var group in area.Groups.All)
        {
            if (group.Rate.Household && random.Chance(Share(family, group, factor)))
            {
                household.Add(group);
            }
        }

        foreach (var person in family.People)
        {
            var months = person.MonthsOn(area.Options.To);
            if (months < 0)
            {
                continue;
            }

            foreach (var group in area.Groups.All)
            {
                var inBundle = bundle is not null && person.IsChild && months < 60 && bundle.Contains(group);
                var isIn = group.Rate.Household
                    ? household.Contains(group) && random.Chance(0.85)
                    : random.Chance(Share(family, group, factor));
                if (inBundle || (isIn && group.Holds(person.IsChild, months)))
                {
                    _spells.Add(family, person, group, inBundle);
                }
            }
        }
    }

    private static double Share(Family family, SampleGroup group, double factor) => group.Rate.Word switch
    {
        "lone parent" => family.Mother is null || family.Partner is null ? 0.4 : 0.02,
        "teenage" => family.Mother?.AgeOn(family.Children[0].BirthDay) < 20 ? 0.6 : 0.002,
        "father as main" => family.Mother is null ? 0.5 : 0.004,
        _ => Math.Min(Most, group.Rate.Rate * factor),
    };
}
