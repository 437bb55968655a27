using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>What is recorded at a review besides the review: emotional wellbeing, feeding, ASQ-3 with its scores.</summary>
internal sealed class ComponentMaker(SampleArea area)
{
    public void Add(Family family, Contact contact, string type)
    {
        var random = family.Random;
        var has = random.Chance(Rates.Review(type).Component);
        switch (type)
        {
            case "antenatal" or "newBirth":
                if (has)
                {
                    AddWellbeing(family, contact);
                }

                break;
            case "sixToEightWeeks":
                if (has)
                {
                    AddFeeding(family, contact);
                }

                if (random.Chance(0.8))
                {
                    AddWellbeing(family, contact);
                }

                break;
            case "twoToTwoAndAHalfYears":
                if (has)
                {
                    AddDevelopment(family, contact);
                }

                break;
        }
    }

    public static Entry Entry(Family family, Person person, Contact contact, string code, string text, double? number, bool hasEvent = true) => new()
    {
        Id = family.NextId(),
        Owner = person,
        When = contact.When,
        Created = contact.Created.AddSeconds(20),
        Staff = contact.Staff,
        Code = code,
        Text = text,
        Number = number,
        Contact = hasEvent ? contact : null,
    };

    /// <summary>On the record of the child with the event, or of the mother by the day alone.</summary>
    private void AddWellbeing(Family family, Contact contact)
    {
        var random = family.Random;
        var onMother = random.Chance(0.5);
        var code = random.Pick(area.Profile.Components.EmotionalWellbeing.Codes);
        const string Text = "Emotional wellbeing reviewed";
        family.Facts.Add(onMother && contact.Person.IsChild && family.Mother is { } mother && mother.AliveOn(contact.When!.Value.Day())
            ? Entry(family, mother, contact, code, Text, null, hasEvent: false)
            : Entry(family, contact.Person, contact, code, Text, null));
    }

    private void AddFeeding(Family family, Contact contact)
    {
        var statuses = area.Profile.Components.Breastfeeding.Statuses;
        string[] names = ["totally", "partially", "notAtAll"];
        var status = names[family.Random.Weighted(Rates.Feeding)];
        if (statuses.GetValueOrDefault(status) is { Count: > 0 } codes)
        {
            family.Facts.Add(Entry(family, contact.Person, contact, codes[0], "Feeding status", null));
        }
    }

    private void AddDevelopment(Family family, Contact contact)
    {
        var random = family.Random;
        var development = area.Profile.Components.Asq3;
        family.Facts.Add(Entry(family, contact.Person, contact, development.Codes[0], "ASQ-3 completed", null));
        var onTrack = random.Chance(Rates.OnTrackInAll);
        var sure = random.Below(development.Domains.Count);
        var total = 0.0;
        foreach (var (name, domain) in development.Domains)
        {
            var below = !onTrack && (sure-- == 0 || random.Chance(Rates.BelowInADomain));
            var score = Score(random, domain.Threshold, below);
            total += score;
            if (!random.Chance(Rates.ScoreMissing))
            {
                family.Facts.Add(Entry(family, contact.Person, contact, domain.Codes[0], "ASQ-3 " + name, score));
            }
        }

        ContactFactory.AddAnswer(family, contact, area.Forms.Questionnaires[^1], total);
    }

    /// <summary>Scores of a domain are multiples of five from 0 to 60 (N 1.4).</summary>
    private static double Score(Prng random, double threshold, bool below)
    {
        var first = (int)Math.Ceiling(threshold / 5);
        return 5 * (below ? random.Below(first) : random.Between(first, 12));
    }
}
