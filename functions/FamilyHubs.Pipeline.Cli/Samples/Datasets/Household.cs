using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Makers;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>A household of a data set and its people, to whom records are added one by one. Everything is typed in some hours after it happened.</summary>
internal sealed class Household
{
    private const int HoursToRecord = 2;

    private readonly SampleArea _area;
    private readonly HouseholdPlan _plan;

    /// <param name="index">Number of the household in the data set: ids follow from it.</param>
    public Household(SampleArea area, int index, HouseholdPlan plan)
    {
        (_area, _plan) = (area, plan);
        Family = new Family(index, Prng.Of(area.Options.Seed, "household", index)) { Need = 0 };
        var surname = Random.Pick(SampleNames.Surnames);
        if (plan.HasMother)
        {
            var birth = plan.Births[0].AddYears(-Random.Between(19, 38)).AddDays(-Random.Below(365));
            var known = plan.Births[0].AddDays(-PersonMaker.NotifiedDaysBeforeBirth);
            Family.Mother = Person('F', birth, surname, known.ToDateTime(new TimeOnly(10, 0)), isChild: false);
        }

        foreach (var birth in plan.Births)
        {
            var sex = Random.Chance(0.513) ? 'M' : 'F';
            Family.Children.Add(Person(sex, birth, surname, birth.ToDateTime(new TimeOnly(20, Random.Below(60))), isChild: true));
        }

        Settle();
        foreach (var child in Family.Children)
        {
            AddRelationship(child);
            if (plan.IsReferred)
            {
                Refer(child, child.BirthDay, discharged: null);
            }
        }
    }

    public Family Family { get; }

    public Person? Mother => Family.Mother;

    public Person Child => Family.Children[0];

    private Prng Random => Family.Random;

    /// <summary>A contact that came about, by a mode in the words of the profile or none.</summary>
    public Contact Meet(Person person, DateOnly day, string? mode, string? activity)
    {
        var when = At(day);
        var contact = new Contact
        {
            Id = Family.NextId(),
            Owner = person,
            When = when,
            Created = when.AddHours(HoursToRecord),
            Staff = StaffOn(day),
            Mode = mode,
            Location = Random.Pick(ContactFactory.Locations),
            Referral = Family.Referrals.GetValueOrDefault(person),
            IsReach = mode is not null,
            Ascertained = false,
            Activity = activity,
            Minutes = Random.Between(3, 18) * 5,
        };
        Family.Facts.Add(contact);
        return contact;
    }

    /// <summary>Ties a contact to a booking of which nothing came.</summary>
    public void Miss(Contact contact, string status) => Family.Facts.Add(new Booking
    {
        Id = Family.NextId(),
        Owner = contact.Person,
        Created = contact.When!.Value.AddDays(-7),
        Changed = contact.Created,
        Staff = contact.Staff,
        IsVisit = false,
        Due = contact.When.Value,
        FirstStatus = "Booked",
        FinalStatus = status,
        Minutes = 30,
        Referral = contact.Referral,
        Contact = contact,
    });

    /// <summary>A coded entry of a day, with no contact.</summary>
    public void Enter(Person person, string code, string text, DateOnly day)
    {
        var when = At(day);
        Family.Facts.Add(new Entry
        {
            Id = Family.NextId(),
            Owner = person,
            When = when,
            Created = when.AddHours(HoursToRecord),
            Staff = StaffOn(day),
            Code = code,
            Text = text,
        });
    }

    /// <summary>A named group, from one day until another.</summary>
    public void Join(Person person, string group, DateOnly from, DateOnly? until) => Family.Facts.Add(new Membership
    {
        Id = Family.NextId(),
        Owner = person,
        When = Moments.AtMidnight(from),
        Created = At(from),
        Changed = until is { } end ? At(end) : null,
        Name = group,
        Ended = until is { } day ? Moments.AtMidnight(day) : null,
    });

    /// <summary>At risk, with a protection plan or without, from one day until another.</summary>
    public void Protect(Person person, bool withPlan, DateOnly from, DateOnly? until) => Family.Facts.Add(new AtRisk
    {
        Id = Family.NextId(),
        Owner = person,
        When = At(from),
        Created = At(from).AddHours(HoursToRecord),
        Changed = until is { } end ? At(end).AddHours(HoursToRecord) : null,
        Staff = StaffOn(from),
        Plan = withPlan,
        Reason = "Neglect",
        Ended = until is { } day ? Moments.AtMidnight(day) : null,
    });

    public void Immunise(Person person, SampleVaccine vaccine, int dose, DateOnly day) => Family.Facts.Add(new Immunisation
    {
        Id = Family.NextId(),
        Owner = person,
        When = At(day),
        Created = At(day).AddHours(HoursToRecord),
        Vaccine = vaccine,
        Dose = dose,
    });

    /// <summary>An open referral to the service, or one that ended; the team of the home takes it.</summary>
    public Referral Refer(Person person, DateOnly since, DateOnly? discharged)
    {
        var end = discharged is { } day ? Moments.AtMidnight(day) : (DateTime?)null;
        var referral = new Referral
        {
            Id = Family.NextId(),
            Owner = person,
            When = Moments.AtMidnight(since),
            Created = since.ToDateTime(new TimeOnly(21, 0)),
            Changed = end?.AddHours(10),
            Staff = StaffOn(since),
            Reason = "New Birth",
            Source = "Child Health",
            Discharged = end,
        };
        Family.Referrals[person] = referral;
        Family.Facts.Add(referral);
        Allocate(person, referral, since, end);
        return referral;
    }

    /// <summary>A referral for another reason, which no team of the service takes.</summary>
    public void Refer(Person person, string reason, DateOnly day) => Family.Facts.Add(new Referral
    {
        Id = Family.NextId(),
        Owner = person,
        When = At(day),
        Created = At(day).AddHours(HoursToRecord),
        Reason = reason,
        Source = "Education Services",
    });

    /// <summary>A questionnaire answered at a contact of a day.</summary>
    public void Answer(Person person, (long Id, string Name) questionnaire, DateOnly day, string mode) =>
        ContactFactory.AddAnswer(Family, Meet(person, day, mode, activity: null), questionnaire, score: null);

    public static void Die(Person person, DateOnly day)
    {
        person.Death = Moments.AtMidnight(day);
        person.Changed = At(day).AddHours(HoursToRecord);
    }

    public void OptOut(Person person, DateOnly day) => Family.Facts.Add(new OptOut { Id = Family.NextId(), Owner = person, Created = At(day) });

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(10, 0));

    private SampleTeam TeamOn(DateOnly day) => TeamMaker.TeamOf(Family.HomeOn(day)) ?? _area.Teams[Family.Index % _area.Teams.Count];

    private SampleStaff StaffOn(DateOnly day) => Random.Pick(TeamOn(day).Staff);

    private Person Person(char sex, DateOnly birth, string surname, DateTime created, bool isChild)
    {
        var slot = Family.People.Count();
        var ordinal = Family.Index * PersonMaker.PeopleOfAFamily + slot;
        return new Person
        {
            Id = PersonMaker.FirstPerson + (long)ordinal,
            Sex = sex,
            FirstName = Random.Pick(sex == 'F' ? SampleNames.Girls : SampleNames.Boys),
            Surname = surname,
            Birth = Moments.AtMidnight(birth).AddMinutes(isChild ? Random.Below(19 * 60) : 0),
            IsChild = isChild,
            NhsNumber = _area.NhsNumbers.Of(ordinal),
            Test = isChild && _plan.IsTest,
            Shared = _plan.IsShared,
            Created = created,
            Filtered = isChild && _plan.IsFiltered ? created : null,
        };
    }

    private void Settle()
    {
        var since = Family.People.Min(person => person.Created).Day();
        if (_plan.Address == AddressKind.None)
        {
            return;
        }

        Family.Homes.Add(Home(_plan.Place, since, _plan.Move?.On));
        if (_plan.Move is { } move)
        {
            Family.Homes.Add(Home(move.To, move.On, null));
        }

        foreach (var person in Family.People)
        {
            foreach (var home in Family.Homes.Where(home => !(home.To <= person.Created.Day())))
            {
                var from = home.From > person.Created.Day() ? home.From : person.Created.Day();
                Family.Facts.Add(new Address
                {
                    Id = Family.NextId(),
                    Owner = person,
                    When = Moments.AtMidnight(from),
                    Created = from == home.From ? At(from) : person.Created,
                    Changed = home.To is { } to ? At(to) : null,
                    Home = home,
                    Type = "Home",
                });
            }
        }
    }

    private Home Home(SamplePlace place, DateOnly from, DateOnly? to)
    {
        var postcode = place.Postcodes[Family.Index % place.Postcodes.Count];
        var (number, road) = (Random.Between(1, 148), Random.Pick(SampleNames.Roads));
        return _plan.Address == AddressKind.UnknownPostcode
            ? new Home(null, PostcodeBook.Unknown(Random), 0, number, road, from, to)
            : new Home(place, postcode.Postcode, postcode.Quintile, number, road, from, to);
    }

    private void AddRelationship(Person child)
    {
        if (Mother is { } mother)
        {
            Family.Facts.Add(new Relationship
            {
                Id = Family.NextId(),
                Owner = child,
                When = Moments.AtMidnight(child.BirthDay),
                Created = child.Created.AddMinutes(5),
                Other = mother,
                OtherName = $"{mother.FirstName} {mother.Surname}",
                Type = Random.Chance(0.9) ? "Mother" : "Birth mother",
                Responsible = true,
                PrincipalCarer = true,
            });
        }
    }

    private void Allocate(Person person, Referral referral, DateOnly since, DateTime? end)
    {
        if (TeamMaker.TeamOf(Family.HomeOn(since)) is { } team)
        {
            Family.Facts.Add(new Allocation
            {
                Id = Family.NextId(),
                Owner = person,
                When = Moments.AtMidnight(since),
                Created = referral.Created.AddMinutes(30),
                Changed = end?.AddHours(17),
                Ended = end,
                Staff = team.Staff[0],
                Referral = referral,
                Team = team,
                IsKey = true,
            });
        }
    }
}
