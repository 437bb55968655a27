using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Start and end codes of a spell, entered through the form at the next contact where there is one.</summary>
internal sealed class CodedSpellMaker(SampleArea area)
{
    private const int DaysToNextContact = 120;

    public void Add(Family family, Person person, GroupSource source, string name, Spell spell)
    {
        var random = family.Random;
        AddEntry(family, person, random.Pick(source.Start!), name, spell.Start, spell.End);
        var last = spell.End ?? area.Options.To;
        if (random.Chance(Rates.GroupRestarted) && last.DayNumber - spell.Start.DayNumber > 40)
        {
            AddEntry(family, person, random.Pick(source.Start!), name, random.Day(spell.Start.AddDays(20), last.AddDays(-10)), last);
        }

        if (spell.End is { } end && source.End is { Count: > 0 } ends)
        {
            AddEntry(family, person, random.Pick(ends), name + " - ended", end, null);
        }
    }

    /// <param name="before">The entry is dated before this day.</param>
    private void AddEntry(Family family, Person person, string code, string text, DateOnly day, DateOnly? before)
    {
        var random = family.Random;
        var contact = random.Chance(Rates.GroupWithoutForm) ? null : ContactAfter(family, person, day, before);
        var when = contact?.When ?? Moments.OfWork(random, day);
        var created = contact?.Created.AddSeconds(5) ?? Moments.Recorded(random, when);
        var linked = random.Chance(0.4);
        var template = area.Forms.GroupTemplate(person.IsChild);
        var withForm = contact is not null;
        family.Facts.Add(new Entry
        {
            Id = family.NextId(),
            Owner = person,
            When = when,
            Created = created > person.Created ? created : person.Created.AddMinutes(1),
            Staff = contact?.Staff,
            Code = code,
            Text = text,
            Contact = contact,
            Template = withForm && !linked ? template : null,
            LinkedTemplate = withForm && linked ? template : null,
        });
    }

    private static Contact? ContactAfter(Family family, Person person, DateOnly day, DateOnly? before)
    {
        Contact? next = null;
        var last = day.AddDays(DaysToNextContact);
        last = before < last ? before.Value.AddDays(-1) : last;
        foreach (var contact in family.Contacts)
        {
            var date = contact.When!.Value.Day();
            if (contact.Person == person && contact.Ascertained && date >= day && date <= last && (next is null || contact.When < next.When))
            {
                next = contact;
            }
        }

        return next;
    }
}
