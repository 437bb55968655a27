using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>
/// The reviews of the Healthy Child Programme: held in time, late, by another mode, or not at all (calculations.md 4, 5).
/// </summary>
internal sealed class ReviewMaker(SampleArea area)
{
    private readonly ContactFactory _contacts = new(area);
    private readonly TeamMaker _teams = new(area);
    private readonly ComponentMaker _components = new(area);
    private readonly IReadOnlyList<ReviewSlot> _slots = ReviewSlot.Of(area.Profile);

    public void Add(Family family)
    {
        Person? elder = null;
        foreach (var child in family.Children)
        {
            foreach (var slot in _slots)
            {
                var isAntenatal = slot.Type == "antenatal";
                var person = isAntenatal ? family.Mother : child;
                if (person is not null && !(isAntenatal && elder?.BirthDay == child.BirthDay))
                {
                    Review(family, person, child, slot);
                }
            }

            elder = child;
        }
    }

    private void Review(Family family, Person person, Person child, ReviewSlot slot)
    {
        var random = family.Random;
        var rate = Rates.Review(slot.Type);
        var end = slot.End(child.BirthDay);
        var quality = TeamMaker.TeamOf(family.HomeOn(end))?.Quality ?? 0;
        var inWindow = rate.InWindow + quality * Math.Min(1 - rate.InWindow, Rates.TeamSpread / 2);
        var drawn = random.Unit();
        var day = drawn >= inWindow && drawn < inWindow + rate.Late
            ? end.AddDays(random.Between(1, slot.LatestAfterEnd))
            : end.AddDays(-random.Between(slot.LatestBeforeEnd, slot.EarliestBeforeEnd));
        if (day < area.HistoryStart || day > area.Horizon || !person.AliveOn(day) || day <= person.Created.Day())
        {
            return;
        }

        if (drawn < inWindow + rate.Late)
        {
            Hold(family, person, slot.Type, day);
        }
        else if (random.Chance(0.4))
        {
            Signal(family, _contacts.Meet(family, person, day, "telephone", ActivityBook.TextOf(slot.Type)), slot.Type, random.Chance(0.5));
        }
        else if (random.Chance(0.6))
        {
            _contacts.Miss(family, person, day, "faceToFace");
        }
    }

    private void Hold(Family family, Person person, string type, DateOnly day)
    {
        var random = family.Random;
        var hasNationalCode = area.Profile.Reviews[type].CsdsActivityTypes.Count > 0;
        var isActivity = hasNationalCode && random.Chance(0.93);
        var contact = _contacts.Meet(family, person, day, "faceToFace", isActivity ? ActivityBook.TextOf(type) : null);
        Signal(family, contact, type, isCoded: random.Chance(0.55) || !isActivity);
        _components.Add(family, contact, type);
    }

    private void Signal(Family family, Contact contact, string type, bool isCoded)
    {
        var random = family.Random;
        var codes = area.Profile.Reviews[type].Codes;
        if (isCoded && codes.Count > 0)
        {
            family.Facts.Add(ComponentMaker.Entry(family, contact.Person, contact, random.Pick(codes), ActivityBook.TextOf(type), null));
        }
    }
}
