using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Contacts other than reviews: more in the first year of life and where need is greater.</summary>
internal sealed class ContactMaker(SampleArea area)
{
    private readonly ContactFactory _contacts = new(area);

    public void Add(Family family)
    {
        var extra = family.Need * Rates.ContactsForNeed;
        foreach (var child in family.Children)
        {
            var first = child.BirthDay.AddYears(1);
            var fifth = child.BirthDay.AddYears(5);
            Between(family, child, child.BirthDay.AddDays(5), first, Rates.ContactsFirstYear + extra);
            Between(family, child, first, fifth, Rates.ContactsUnderFive + extra);
            Between(family, child, fifth, child.BirthDay.AddYears(19), Rates.ContactsFromFive + extra / 4);
        }

        var youngest = family.Children[^1].BirthDay.AddYears(5);
        if (family.Mother is { } mother)
        {
            Between(family, mother, mother.Created.Day(), youngest, Rates.ContactsParent + extra);
        }

        if (family.Partner is { } partner)
        {
            Between(family, partner, partner.Created.Day(), youngest, (Rates.ContactsParent + extra) / 4);
        }
    }

    private void Between(Family family, Person person, DateOnly from, DateOnly to, double aYear)
    {
        var random = family.Random;
        from = from > area.HistoryStart ? from : area.HistoryStart;
        from = from > person.Created.Day() ? from : person.Created.Day().AddDays(1);
        to = to < area.Horizon ? to : area.Horizon;
        if (to <= from)
        {
            return;
        }

        for (var left = random.Count(aYear * (to.DayNumber - from.DayNumber) / 365.25); left > 0; left--)
        {
            var day = random.Day(from, to);
            var mode = random.Unit() switch
            {
                < Rates.OtherMode => "other",
                < Rates.OtherMode + Rates.Telephone => "telephone",
                < Rates.OtherMode + Rates.Telephone + Rates.Video => "video",
                _ => "faceToFace",
            };
            if (!person.AliveOn(day))
            {
                continue;
            }

            if (mode == "faceToFace" && random.Chance(Rates.NotAttended + Rates.Cancelled))
            {
                _contacts.Miss(family, person, day, mode);
            }
            else
            {
                _contacts.Meet(family, person, day, mode, null);
            }
        }
    }
}
