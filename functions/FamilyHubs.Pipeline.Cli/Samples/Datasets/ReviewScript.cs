using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Makers;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Plays the review of a KPI so that a child meets it, or does not for a given reason. Reviews that meet it lie at the edges of the window too.</summary>
internal sealed class ReviewScript(SampleArea area)
{
    private const string Wellbeing = "emotionalWellbeing";

    /// <summary>Each so many reviews have no mode recorded: they count, and are a finding.</summary>
    private const int NoModeEach = 97;

    /// <summary>The year that began three years before the month of a set is whole.</summary>
    private const int MonthsBeforeHistory = 3;

    private readonly Profile _profile = area.Profile;
    private readonly StatusBook _statuses = new(area.Profile.Contacts);

    /// <param name="number">Varies the day, the mode and the way of recording.</param>
    /// <returns>The review that counts; null when none does, or when it lies before the history of the sample.</returns>
    public Contact? Play(Household household, Person child, KpiDefinition kpi, Shortfall shortfall, int number)
    {
        var person = kpi.Unit == "family" ? household.Mother : child;
        if (person is null || shortfall == Shortfall.Never)
        {
            return null;
        }

        var last = kpi.Window.ToMonths is { } months ? child.BirthDay.AddMonths(months) : child.BirthDay.AddDays(kpi.Window.ToDays ?? 0);
        if (last < area.HistoryStart.AddMonths(-MonthsBeforeHistory))
        {
            return null;
        }

        var day = shortfall == Shortfall.Late ? last.AddDays(1) : InWindow(kpi, child.BirthDay, last, number);
        var isStrange = shortfall == Shortfall.Incomplete && !kpi.ComponentRequired;
        var mode = shortfall == Shortfall.Telephone ? Mode("telephone", number)
            : isStrange ? ContactFactory.UnknownMode
            : shortfall == Shortfall.None && number % NoModeEach == NoModeEach - 1 ? null
            : Mode("faceToFace", number);
        var contact = household.Meet(person, day, mode, ActivityOf(kpi.Review, number));
        if (shortfall == Shortfall.NotAttended)
        {
            household.Miss(contact, _statuses.Missed(isVisit: false));
        }

        Signal(household.Family, contact, kpi.Review, number);
        if (shortfall != Shortfall.Incomplete && kpi.Component is { } component)
        {
            AddComponent(household, contact, component, number);
        }

        return shortfall == Shortfall.None ? contact : null;
    }

    /// <summary>The feeding of the child, recorded at its review.</summary>
    /// <param name="status">totally, partially or notAtAll.</param>
    public void Feed(Household household, Contact review, string status) => household.Family.Facts.Add(ComponentMaker.Entry(
        household.Family, review.Person, review, _profile.Components.Breastfeeding.Statuses[status][0], "Feeding status", null));

    private static DateOnly InWindow(KpiDefinition kpi, DateOnly birth, DateOnly last, int number)
    {
        var isShort = kpi.Window.ToMonths is null && kpi.Review is "antenatal" or "newBirth";
        return (number % 10) switch
        {
            0 => last,
            1 when isShort => birth.AddDays(kpi.Window.FromDays ?? 0),
            var other => last.AddDays(-1 - other),
        };
    }

    private string Mode(string name, int number)
    {
        var texts = _profile.Contacts.Modes[name];
        return texts[number % texts.Count];
    }

    /// <summary>A third of the reviews are known by a local code alone; all are where there is no national activity type.</summary>
    private string? ActivityOf(string review, int number) =>
        _profile.Reviews[review].CsdsActivityTypes.Count > 0 && number % 3 != 2 ? ActivityBook.TextOf(review) : null;

    private void Signal(Family family, Contact contact, string review, int number)
    {
        var codes = _profile.Reviews[review].Codes;
        if (codes.Count > 0 && (contact.Activity is null || number % 3 == 0))
        {
            family.Facts.Add(ComponentMaker.Entry(family, contact.Person, contact, codes[number % codes.Count], ActivityBook.TextOf(review), null));
        }
    }

    private void AddComponent(Household household, Contact contact, string component, int number)
    {
        var family = household.Family;
        if (component == Wellbeing)
        {
            // On the record of the one seen, or on that of the mother by the day alone.
            var onMother = number % 2 == 1 && household.Mother is not null && contact.Person.IsChild;
            var person = onMother ? household.Mother! : contact.Person;
            var codes = _profile.Components.EmotionalWellbeing.Codes;
            family.Facts.Add(ComponentMaker.Entry(
                family, person, contact, codes[number % codes.Count], "Emotional wellbeing reviewed", null, hasEvent: !onMother));
            return;
        }

        var asq = _profile.Components.Asq3;
        family.Facts.Add(ComponentMaker.Entry(family, contact.Person, contact, asq.Codes[0], "ASQ-3 completed", null));
        var below = number % 4 == 0 ? number / 4 % asq.Domains.Count : -1;
        foreach (var (position, (name, domain)) in asq.Domains.Index())
        {
            var edge = (int)Math.Ceiling(domain.Threshold / 5);
            var score = 5 * (position == below ? edge - 1 : edge + number % (13 - edge));
            family.Facts.Add(ComponentMaker.Entry(family, contact.Person, contact, domain.Codes[0], "ASQ-3 " + name, score));
        }
    }
}
