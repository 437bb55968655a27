using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Special notes: free text with what free text holds, quotes and lines of its own.</summary>
internal static class NoteMaker
{
    private static readonly string[] Texts =
    [
        "Two members of staff to visit.\r\nDog in the garden: ring first.",
        "Family asks to be called \u201Cafter 4\u201D, not before.",
        "Mother's \"preferred\" number is that of her sister, see relationships.",
        "Interpreter needed; caf\u00E9 at the hub is a good place to meet.",
        "Parking \u00A33 a day \u2013 leave car at clinic.\n\nKey safe by the door.",
        "No unannounced visits,please",
    ];

    public static void Add(Family family)
    {
        var random = family.Random;
        foreach (var person in family.People)
        {
            if (random.Chance(Rates.SpecialNote))
            {
                var created = person.Created.AddDays(random.Between(1, 700));
                family.Facts.Add(new Note { Id = family.NextId(), Owner = person, When = created, Created = created, Text = random.Pick(Texts) });
            }
        }
    }
}
