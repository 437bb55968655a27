using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Makes one contact with what belongs to it: the booking, the form, a questionnaire.</summary>
internal sealed class ContactFactory(SampleArea area)
{
    /// <summary>A mode that no profile knows.</summary>
    public const string UnknownMode = "Other contact";

    public static readonly string[] Locations = ["Patient's home", "Health centre", "Family hub", "School"];

    private readonly TeamMaker _teams = new(area);
    private readonly StatusBook _statuses = new(area.Profile.Contacts);

    /// <summary>A text of a mode; null when the profile has none.</summary>
    public string? ModeText(Prng random, string mode)
    {
        var texts = area.Profile.Contacts.Modes.GetValueOrDefault(mode);
        return texts is { Count: > 0 } ? random.Pick(texts) : null;
    }

    /// <summary>A contact that came about.</summary>
    /// <param name="mode">Name of the mode in the profile; null: none is recorded.</param>
    /// <param name="activity">Option of EventDetails, or none.</param>
    public Contact Meet(Family family, Person person, DateOnly day, string? mode, string? activity)
    {
        var random = family.Random;
        var when = Moments.OfWork(random, day);
        var strange = random.Unit();
        var text = mode is null ? null : ModeText(random, mode);
        text = strange < Rates.NoMode ? null : strange < Rates.NoMode + Rates.UnknownMode ? UnknownMode : text;
        var isReach = text is not null && text != UnknownMode && IsReach(mode);
        var contact = Make(family, person, when, text, activity, cameAbout: true, isReach);
        family.Contacts.Add(contact);
        if (random.Chance(Rates.Planned))
        {
            AddBooking(family, person, when, _statuses.Attended(random), contact);
        }

        if (contact.Ascertained)
        {
            AddForm(family, contact);
        }

        if (contact.IsReach && random.Chance(Rates.Questionnaire) && area.Forms.Counted > 0)
        {
            AddAnswer(family, contact, area.Forms.Questionnaires[0], null);
        }

        return contact;
    }

    /// <summary>A booking of which nothing came; half of them leave an event.</summary>
    public void Miss(Family family, Person person, DateOnly day, string mode)
    {
        var random = family.Random;
        var when = Moments.OfWork(random, day);
        var text = ModeText(random, mode);
        var contact = random.Chance(0.5) ? Make(family, person, when, text, null, cameAbout: false, isReach: false) : null;
        var isCancelled = random.Chance(Rates.Cancelled / (Rates.Cancelled + Rates.NotAttended));
        AddBooking(family, person, when, isVisit => isCancelled ? _statuses.Cancelled : _statuses.Missed(isVisit), contact);
    }

    public static void AddAnswer(Family family, Contact contact, (long Id, string Name) questionnaire, double? score) =>
        family.Facts.Add(new Answer
        {
            Id = family.NextId(),
            Owner = contact.Person,
            When = contact.When,
            Created = contact.Created,
            Staff = contact.Staff,
            Questionnaire = questionnaire.Id,
            Name = questionnaire.Name,
            Contact = contact,
            Score = score,
        });

    private bool IsReach(string? mode) => mode is not null && area.Profile.MeaningfulReach.Modes.Contains(mode);

    private Contact Make(Family family, Person person, DateTime when, string? text, string? activity, bool cameAbout, bool isReach)
    {
        var random = family.Random;
        var quality = TeamMaker.TeamOf(family.HomeOn(when.Day()))?.Quality ?? 0;
        var ascertained = random.Chance(Rates.Ascertained + quality * Rates.TeamSpread) && cameAbout && isReach;
        var contact = new Contact
        {
            Id = family.NextId(),
            Owner = person,
            When = when,
            Created = Moments.Recorded(random, when),
            Staff = _teams.StaffOn(family, when.Day()),
            Mode = text,
            Location = random.Pick(Locations),
            Referral = family.Referrals.GetValueOrDefault(person),
            IsReach = isReach,
            Ascertained = ascertained,
            Activity = activity ?? (random.Chance(0.6) ? random.Pick(ActivityBook.Plain).Text : null),
            Minutes = random.Between(3, 18) * 5,
        };
        family.Facts.Add(contact);
        return contact;
    }

    private static void AddBooking(Family family, Person person, DateTime due, Func<bool, string> status, Contact? contact)
    {
        var random = family.Random;
        var isVisit = random.Chance(0.6);
        var created = due.AddDays(-random.Between(2, 25)).AddMinutes(-random.Between(0, 120));
        family.Facts.Add(new Booking
        {
            Id = family.NextId(),
            Owner = person,
            Created = created > person.Created ? created : person.Created.AddMinutes(2),
            Changed = due.AddMinutes(45),
            Staff = contact?.Staff,
            IsVisit = isVisit,
            Due = due,
            FirstStatus = isVisit ? "Requested" : "Booked",
            FinalStatus = status(isVisit),
            Minutes = 30,
            Referral = family.Referrals.GetValueOrDefault(person),
            Contact = contact,
        });
    }

    private void AddForm(Family family, Contact contact)
    {
        var random = family.Random;
        var template = area.Forms.GroupTemplate(contact.Person.IsChild);
        var linked = random.Chance(0.4);
        family.Facts.Add(new Entry
        {
            Id = family.NextId(),
            Owner = contact.Person,
            When = contact.When,
            Created = contact.Created,
            Staff = contact.Staff,
            Code = FormBook.Reviewed,
            Text = "Priority groups reviewed",
            Contact = random.Chance(0.95) ? contact : null,
            Template = linked ? null : template,
            LinkedTemplate = linked ? template : null,
        });
    }
}
