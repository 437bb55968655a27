using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Who is whose parent, on the children's records.</summary>
internal static class RelationshipMaker
{
    public static void Add(Family family)
    {
        var random = family.Random;
        var kind = random.Unit();
        var (mother, father) = kind switch
        {
            < Rates.FosterOrGuardian / 2 => ("Foster carer", "Foster carer"),
            < Rates.FosterOrGuardian => ("Guardian", "Guardian"),
            < Rates.FosterOrGuardian + Rates.Adopters => ("Adoptive mother", "Adoptive father"),
            < 0.1 => ("Birth mother", "Birth father"),
            _ => ("Mother", "Father"),
        };
        var separated = random.Chance(0.06);
        foreach (var child in family.Children)
        {
            if (family.Mother is { } one)
            {
                AddOne(family, child, one, mother, principal: true, ended: false);
            }

            if (family.Partner is { } other)
            {
                var step = child != family.Children[^1] && random.Chance(0.05);
                AddOne(family, child, other, step ? "Step father" : father, family.Mother is null, separated);
            }

            if (random.Chance(0.12))
            {
                AddGrandmother(family, child);
            }
        }
    }

    private static void AddOne(Family family, Person child, Person parent, string type, bool principal, bool ended)
    {
        var random = family.Random;
        var created = child.Created > parent.Created ? child.Created.AddMinutes(random.Between(1, 50)) : parent.Created.AddMinutes(5);
        var until = random.Between(300, 3000);
        family.Facts.Add(new Relationship
        {
            Id = family.NextId(),
            Owner = child,
            When = random.Chance(0.97) ? Moments.AtMidnight(child.BirthDay) : null,
            Created = created,
            Changed = ended ? created.AddDays(until) : null,
            Ended = ended ? Moments.AtMidnight(created.AddDays(until).Day()) : null,
            Other = parent,
            OtherName = $"{parent.FirstName} {parent.Surname}",
            Type = type,
            Responsible = type != "Foster carer" && type != "Step father",
            PrincipalCarer = principal,
        });
    }

    /// <summary>A relative without a record of her own.</summary>
    private static void AddGrandmother(Family family, Person child)
    {
        var random = family.Random;
        family.Facts.Add(new Relationship
        {
            Id = family.NextId(),
            Owner = child,
            When = Moments.AtMidnight(child.BirthDay),
            Created = child.Created.AddDays(random.Between(1, 60)),
            OtherName = $"{random.Pick(SampleNames.Girls)} {random.Pick(SampleNames.Surnames)}",
            Type = "Grandmother",
        });
    }
}
