using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Records a time in a group as one of the group's sources has it (calculations.md 3).</summary>
internal sealed class GroupSpellMaker(SampleArea area)
{
    /// <summary>Until then groups were kept in e-Start (E19-04, E19-05).</summary>
    private static readonly DateOnly EstartUntil = new(2018, 5, 1);

    private static readonly string[] Reasons = ["Neglect", "Emotional abuse", "Physical abuse", "Neglect and emotional abuse"];

    private readonly CodedSpellMaker _coded = new(area);
    private readonly TeamMaker _teams = new(area);

    public void Add(Family family, Person person, SampleGroup group, bool inBundle)
    {
        var random = family.Random;
        var spell = Draw(random, person, group, inBundle);
        var source = Source(random, group, spell, inBundle);
        if (!person.AliveOn(spell.Start) || spell.Start > area.Horizon)
        {
            return;
        }

        person.Groups.TryAdd(group.Group.Code, spell.Start);
        switch (source.Kind)
        {
            case "coded":
                _coded.Add(family, person, source, group.Group.Name, spell);
                break;
            case "patientGroup":
                AddMembership(family, person, random.Pick(source.Names!), spell);
                break;
            case "personAtRisk":
                AddAtRisk(family, person, spell);
                break;
            case "estart":
                AddEstart(family, person, random.Pick(source.Names!), spell);
                break;
        }
    }

    private Spell Draw(Prng random, Person person, SampleGroup group, bool inBundle)
    {
        var months = group.Group.ExpiresAfterMonths;
        var earliest = inBundle && months is not null ? area.Options.To.AddMonths(2 - months.Value) : area.HistoryStart.AddYears(-1);
        earliest = earliest > person.Created.Day() ? earliest : person.Created.Day();
        var youngest = person.IsChild ? person.BirthDay.AddMonths(group.Rate.FromMonths) : earliest;
        earliest = earliest > youngest ? earliest : youngest;
        var last = inBundle ? area.Options.From : area.Horizon;
        var span = Math.Max(1, last.DayNumber - earliest.DayNumber);
        var early = random.Unit() * random.Unit();
        var start = earliest.AddDays((int)(span * early));
        var ends = random.Chance(Rates.GroupEnded) && !inBundle;
        var end = start.AddDays(random.Between(60, 700));
        return new Spell(start, ends && end <= area.Horizon ? end : null);
    }

    private static GroupSource Source(Prng random, SampleGroup group, Spell spell, bool inBundle)
    {
        var sources = group.Group.Sources;
        var estart = sources.FirstOrDefault(source => source.Kind == "estart");
        var fromEstart = random.Chance(0.3);
        var drawn = random.Unit();
        if (estart is not null && fromEstart && !inBundle && spell.Start < EstartUntil)
        {
            return estart;
        }

        GroupSource[] own = [.. sources.Where(source => source.Kind != "estart")];
        return inBundle ? group.Coded! : own[(int)(drawn * own.Length)];
    }

    private static void AddMembership(Family family, Person person, string name, Spell spell)
    {
        var created = Entered(family, person, spell);
        family.Facts.Add(new Membership
        {
            Id = family.NextId(),
            Owner = person,
            When = Moments.AtMidnight(spell.Start),
            Created = created,
            Changed = Left(created, spell),
            Name = name,
            Ended = spell.End is { } end ? Moments.AtMidnight(end) : null,
        });
    }

    private void AddAtRisk(Family family, Person person, Spell spell)
    {
        var random = family.Random;
        var created = Entered(family, person, spell);
        var staff = _teams.StaffOn(family, spell.Start);
        var ended = spell.End is { } end ? Moments.AtMidnight(end) : (DateTime?)null;
        family.Facts.Add(new AtRisk
        {
            Id = family.NextId(),
            Owner = person,
            When = created,
            Created = created,
            Changed = Left(created, spell),
            Staff = staff,
            Plan = !random.Chance(0.1),
            Reason = random.Pick(Reasons),
            Ended = ended,
        });
        if (random.Chance(Rates.SafeguardingCase))
        {
            family.Facts.Add(new SafeguardingCase
            {
                Id = family.NextId(),
                Owner = person,
                Created = created.AddHours(1),
                Changed = Left(created.AddHours(1), spell),
                Staff = staff,
                Team = TeamMaker.TeamOf(family.HomeOn(spell.Start)) ?? area.Teams[0],
                Closed = ended,
            });
        }
    }

    private static void AddEstart(Family family, Person person, string name, Spell spell)
    {
        var postcode = family.HomeOn(spell.Start)?.Postcode;
        var until = family.Random.Chance(0.5) ? EstartUntil : spell.End;
        var sector = postcode is null ? string.Empty : postcode[..^2];
        family.Estart.Add(new Estart(person, sector, name, spell.Start, until > spell.Start ? until : null));
    }

    private static DateTime Entered(Family family, Person person, Spell spell)
    {
        var created = Moments.Recorded(family.Random, Moments.OfWork(family.Random, spell.Start).AddDays(2));
        return created > person.Created ? created : person.Created.AddMinutes(1);
    }

    private static DateTime? Left(DateTime created, Spell spell)
    {
        var left = spell.End is { } end ? Moments.AtMidnight(end).AddDays(1).AddHours(9) : (DateTime?)null;
        return left < created ? created.AddHours(1) : left;
    }
}
