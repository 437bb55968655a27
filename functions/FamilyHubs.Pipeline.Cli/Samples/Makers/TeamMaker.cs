using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Referrals of children and expectant mothers to the service, and the teams that they are allocated to as they move.</summary>
internal sealed class TeamMaker(SampleArea area)
{
    public static readonly string[] Reasons = ["New Birth", "Antenatal", "Movement In", "Transferred Into The Service"];

    public static readonly string[] Sources = ["Child Health", "Midwife", "Health Visitor", "GP", "Self referral", "Education Services"];

    public void Add(Family family)
    {
        var random = family.Random;
        var withoutTeam = random.Chance(Rates.NoTeam);
        foreach (var person in family.People)
        {
            if (person.IsChild || person == family.Mother)
            {
                Refer(family, person, withoutTeam);
            }
        }
    }

    /// <summary>The team that serves a home: postcodes of a district are shared out among its teams.</summary>
    public static SampleTeam? TeamOf(Home? home)
    {
        if (home?.Place is not { Teams.Count: > 0 } place)
        {
            return null;
        }

        return place.Teams[(home.Postcode![^1] + home.Postcode[^3]) % place.Teams.Count];
    }

    /// <summary>Whoever works with the family at that time; a team of the area when the home has none.</summary>
    public SampleStaff StaffOn(Family family, DateOnly day)
    {
        var team = TeamOf(family.HomeOn(day)) ?? area.Teams[family.Index % area.Teams.Count];
        return team.Staff[family.Random.Below(team.Staff.Count)];
    }

    private void Refer(Family family, Person person, bool withoutTeam)
    {
        var random = family.Random;
        var day = person.Created.Day();
        var (reason, source) = person.IsChild ? ("New Birth", "Child Health") : ("Antenatal", "Midwife");
        if (person.IsChild && random.Chance(0.08))
        {
            (reason, source) = (random.Chance(0.5) ? "Movement In" : "Transferred Into The Service", random.Pick(Sources));
        }

        var discharge = Discharge(random, person, day);
        var staff = StaffOn(family, day);
        var referral = new Referral
        {
            Id = family.NextId(),
            Owner = person,
            When = person.Created,
            Created = person.Created.AddMinutes(random.Between(10, 300)),
            Changed = discharge?.AddHours(10),
            Staff = staff,
            Reason = reason,
            Source = source,
            Discharged = discharge,
        };
        family.Referrals[person] = referral;
        family.Facts.Add(referral);
        if (!withoutTeam)
        {
            Allocate(family, person, referral);
        }
    }

    /// <summary>One child in ten of school age is discharged; a mother when her youngest is two, mostly.</summary>
    private DateTime? Discharge(Prng random, Person person, DateOnly day)
    {
        var leaves = random.Chance(person.IsChild ? 0.1 : 0.5);
        var at = day.AddDays(person.IsChild ? random.Between(1830, 4000) : random.Between(900, 1500));
        return leaves && at < area.Options.To ? Moments.AtMidnight(at) : null;
    }

    private void Allocate(Family family, Person person, Referral referral)
    {
        var random = family.Random;
        SampleTeam? team = null;
        var since = person.Created.Day();
        foreach (var home in family.Homes)
        {
            var late = random.Between(2, 21);
            var next = TeamOf(home);
            if (home.To <= person.Created.Day() || next == team)
            {
                continue;
            }

            var day = home.From <= person.Created.Day() ? person.Created.Day() : home.From.AddDays(late);
            End(family, person, referral, team, since, Moments.AtMidnight(day));
            (team, since) = (next, day);
        }

        End(family, person, referral, team, since, null);
        if (random.Chance(0.03))
        {
            AddAllocation(family, person, referral, random.Pick(area.Teams), isKey: false, person.Created.Day().AddDays(30), referral.Discharged);
        }
    }

    private static void End(Family family, Person person, Referral referral, SampleTeam? team, DateOnly since, DateTime? moved)
    {
        var begins = Moments.AtMidnight(since);
        if (team is not null && !(referral.Discharged <= begins))
        {
            var ends = moved is null || referral.Discharged < moved ? referral.Discharged : moved;
            AddAllocation(family, person, referral, team, isKey: true, since, ends);
        }
    }

    private static void AddAllocation(
        Family family, Person person, Referral referral, SampleTeam team, bool isKey, DateOnly begins, DateTime? ends) =>
        family.Facts.Add(new Allocation
        {
            Id = family.NextId(),
            Owner = person,
            When = Moments.AtMidnight(begins),
            Created = Moments.AtMidnight(begins).AddHours(17),
            Changed = ends?.AddHours(17),
            Ended = ends,
            Staff = team.Staff[0],
            Referral = referral,
            Team = team,
            IsKey = isKey,
        });
}
