using System.Globalization;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>calculations.md 4 sentence by sentence over rows as objects. Slow and obvious.</summary>
internal sealed class NaiveReviews(Profile profile, NaiveReviewExtract rows, DateOnly asOf)
{
    public sealed record Signal(string Type, long Person, DateOnly Day, long? Event);

    public sealed record Review(long Person, DateOnly Day, List<long> Events);

    // 2: rows of test patients and of people who opted out or were removed by the content filter are not used.
    private bool IsUsed(long? person) =>
        rows.People.Patients.Any(p => p.RowIdentifier == person && p.TestPatient != true)
        && rows.People.OptOuts.All(o => o.IDPatient != person)
        && rows.People.Filtered.All(o => o.IDPatient != person);

    private bool IsUsed(long? person, DateTime? at) => IsUsed(person) && at != null && DateOnly.FromDateTime(at.Value) <= asOf;

    // 4: the reviews of a type that count, one for each day, in order.
    public List<Review> Of(long person, string type, IReadOnlyList<string>? modes = null) =>
    [
        .. Signals(person, type).Where(s => Counts(s, modes ?? profile.CountedModes))
            .GroupBy(s => s.Day)
            .OrderBy(day => day.Key)
            .Select(day => new Review(person, day.Key, [.. day.Where(s => s.Event != null).Select(s => s.Event!.Value)])),
    ];

    public bool HasComponent(Review review, IReadOnlyList<string> codes, IEnumerable<long> parents) => rows.Codes.Any(c =>
        IsUsed(c.IDPatient, c.DateEvent) && codes.Contains(c.CTV3Code, StringComparer.Ordinal)
        && ((c.IDEvent != null && review.Events.Contains(c.IDEvent.Value))
            || (c.IDPatient == review.Person && DateOnly.FromDateTime(c.DateEvent!.Value) == review.Day)
            || (profile.ComponentOnParent && parents.Contains(c.IDPatient!.Value) && DateOnly.FromDateTime(c.DateEvent!.Value) == review.Day)));

    // 5: same event or day, latest record.
    public NaiveReviewExtract.Code? Latest(Review review, IReadOnlyList<string> codes, bool numeric) => rows.Codes
        .Where(c => IsUsed(c.IDPatient, c.DateEvent) && codes.Contains(c.CTV3Code, StringComparer.Ordinal))
        .Where(c => !numeric || (c.IsNumeric == true && c.NumericValue != null))
        .Where(c => (c.IDEvent != null && review.Events.Contains(c.IDEvent.Value)) || (c.IDPatient == review.Person && DateOnly.FromDateTime(c.DateEvent!.Value) == review.Day))
        .OrderByDescending(c => c.DateEvent).ThenByDescending(c => c.RowIdentifier)
        .FirstOrDefault();

    private IEnumerable<Signal> Signals(long person, string type)
    {
        var review = profile.Reviews[type];
        var byCode = rows.Codes
            .Where(c => c.IDPatient == person && IsUsed(person, c.DateEvent) && review.Codes.Contains(c.CTV3Code, StringComparer.Ordinal))
            .Select(c => new Signal(type, person, DateOnly.FromDateTime(c.DateEvent!.Value), c.IDEvent));
        var byActivity = rows.Activities
            .Where(a => a.IDPatient == person && IsUsed(person, a.DateEvent) && Csds(a.EventDetails) is { } code && review.CsdsActivityTypes.Contains(code))
            .Select(a => new Signal(type, person, DateOnly.FromDateTime(a.DateEvent!.Value), a.IDEvent));
        return byCode.Concat(byActivity);
    }

    private string? Csds(string? details) => long.TryParse(details, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? rows.ActivityOptions.FirstOrDefault(o => o.Id == id)?.Csds
        : rows.ActivityOptions.FirstOrDefault(o => o.List == "Event details" && NaivePeople.Same(o.Text, details))?.Csds;

    private bool Counts(Signal signal, IReadOnlyList<string> modes)
    {
        var contact = rows.People.Events.FirstOrDefault(e => e.RowIdentifier == signal.Event);
        var text = contact?.ContactMethod;
        text = rows.People.Options.FirstOrDefault(o => o.RowIdentifier.ToString(CultureInfo.InvariantCulture) == text)?.ConfiguredListOption ?? text;
        return (text == null || modes.Any(mode => profile.Contacts.Modes[mode].Any(known => NaivePeople.Same(known, text)))) && WasAttended(signal.Event);
    }

    private bool WasAttended(long? eventId)
    {
        var links = rows.People.EventLinks.Where(l => eventId != null && l.IDEvent == eventId).ToList();
        var known = links.SelectMany(l => rows.People.Visits.Where(v => v.RowIdentifier == l.IDVisit).Select(v => v.CurrentStatus))
            .Concat(links.SelectMany(l => rows.People.Appointments.Where(a => a.RowIdentifier == l.IDAppointment).Select(a => a.AppointmentStatus)))
            .Where(s => profile.Contacts.AttendedStatuses.Concat(profile.Contacts.NotAttendedStatuses).Any(status => NaivePeople.Same(status, s)))
            .ToList();
        return known.Count == 0 || known.Any(s => profile.Contacts.AttendedStatuses.Any(attended => NaivePeople.Same(attended, s)));
    }
}
