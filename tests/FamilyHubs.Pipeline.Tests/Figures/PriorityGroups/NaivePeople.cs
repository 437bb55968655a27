using System.Globalization;
using FamilyHubs.Pipeline.Profiles;
using static FamilyHubs.Pipeline.Tests.Figures.PriorityGroups.NaiveRows;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>calculations.md 1 to 3 sentence by sentence over rows as objects: who is who at the day D. Slow and obvious.</summary>
internal sealed class NaivePeople(Profile profile, NaiveExtract rows, DateTime d)
{
    public List<long> Everyone => [.. rows.Patients.Where(IsIn).Select(p => p.RowIdentifier)];

    // 1: "<= D" is on or before that day, "> D" on a later day; a record without DateEvent is not used.
    public bool Begun(DateTime? time) => time != null && time.Value.Date <= d;

    public bool NotEnded(DateTime? time) => time == null || time.Value.Date > d;

    // extracts.md 2: texts are compared trimmed and without regard to case.
    public static bool Same(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase) && a != null;

    // 2: out.
    public bool IsIn(long person) => rows.Patients.Any(p => p.RowIdentifier == person && IsIn(p));

    public int? MonthsOld(long person)
    {
        var birth = rows.Patients.Single(p => p.RowIdentifier == person).DateBirth?.Date;
        return birth == null ? null : Enumerable.Range(0, 2000).Last(n => birth.Value.AddMonths(n) <= d);
    }

    public bool IsUnder(int years, long person)
    {
        var birth = rows.Patients.Single(p => p.RowIdentifier == person).DateBirth?.Date;
        return birth != null && d < birth.Value.AddYears(years);
    }

    // 2: home.
    public string District(long person)
    {
        var district = Home(person)?.District;
        return district == null ? "unknown"
            : profile.Geography.Quadrants.Any(q => q.Districts.Any(x => x.Code == district)) ? district
            : "outside";
    }

    public Postcode? Home(long person)
    {
        var home = rows.Addresses
            .Where(a => a.IDPatient == person && (string.IsNullOrWhiteSpace(a.AddressType) || Same(StaticText(a.AddressType), "Home")))
            .Where(a => Begun(a.DateEvent) && NotEnded(a.DateTo))
            .OrderByDescending(a => a.DateEvent).ThenByDescending(a => a.RowIdentifier)
            .FirstOrDefault();
        return rows.Postcodes.FirstOrDefault(p => p.PostcodeKey == home?.PostcodeKey);
    }

    // 2: team.
    public string Team(long person)
    {
        var allocation = rows.Allocations
            .Where(a => a.IDPatient == person && a.IDTeam != null && a.DateDeleted == null)
            .Where(a => (a.DateStart == null || Begun(a.DateStart)) && NotEnded(a.DateEnd))
            .OrderByDescending(a => a.IsKeyTeam == true).ThenByDescending(a => a.DateStart ?? DateTime.MinValue).ThenByDescending(a => a.RowIdentifier)
            .FirstOrDefault();
        return allocation == null ? "none" : allocation.IDTeam!.Value.ToString(CultureInfo.InvariantCulture);
    }

    public string? TeamName(string code) => code == "none"
        ? "No team"
        : rows.Teams.FirstOrDefault(t => t.RowIdentifier.ToString(CultureInfo.InvariantCulture) == code)?.TeamName;

    // 2: parents.
    public List<long> Parents(long child) =>
    [
        .. rows.Relationships
            .Where(r => r.IDPatient == child && r.IDPatientRelationshipWith != child && rows.Patients.Any(p => p.RowIdentifier == r.IDPatientRelationshipWith))
            .Where(r => (r.DateEvent == null || Begun(r.DateEvent)) && NotEnded(r.DateEnded))
            .Where(r => r.HasParentalResponsibility == true || r.PrincipalCarerForPatient == true
                || profile.ParentTypes.Any(type => Same(StaticText(r.RelationshipType), type)))
            .Select(r => r.IDPatientRelationshipWith!.Value)
            .Distinct(),
    ];

    // 3: in group g when any source says so; a parent who is out has no groups.
    public List<string> Groups(long person) => !IsIn(person)
        ? []
        : [.. profile.PriorityGroups.Where(g => g.Sources.Any(s => Says(s, g, person))).Select(g => g.Code).Order(StringComparer.Ordinal)];

    // 3: meaningful reach. 4: attended.
    public bool IsMeaningful(Event contact)
    {
        var text = Text(contact.ContactMethod, configuredFirst: true);
        return profile.MeaningfulReach.Modes.Any(mode => profile.Contacts.Modes[mode].Any(t => Same(t, text))) && IsAttended(contact);
    }

    public bool IsAttended(Event contact)
    {
        var links = rows.EventLinks.Where(l => l.IDEvent == contact.RowIdentifier).ToList();
        var statuses = links.SelectMany(l => rows.Visits.Where(v => v.RowIdentifier == l.IDVisit).Select(v => StaticText(v.CurrentStatus)))
            .Concat(links.SelectMany(l => rows.Appointments.Where(a => a.RowIdentifier == l.IDAppointment).Select(a => StaticText(a.AppointmentStatus))))
            .Where(s => profile.Contacts.AttendedStatuses.Concat(profile.Contacts.NotAttendedStatuses).Any(known => Same(known, s)))
            .ToList();
        return statuses.Count == 0 || statuses.Any(s => profile.Contacts.AttendedStatuses.Any(a => Same(a, s)));
    }

    public bool IsAscertained(Event contact)
    {
        bool OfTheForm(long? template) =>
            rows.Templates.Any(t => t.RowIdentifier == template && profile.PriorityGroupTemplates.Any(name => Same(name, t.TemplateName)));
        return rows.Codes.Any(c => c.IDPatient == contact.IDPatient && c.DateEvent?.Date == contact.DateEvent!.Value.Date
            && (OfTheForm(c.IDTemplate) || rows.TemplateLinks.Any(l => l.IDCode == c.RowIdentifier && OfTheForm(l.IDTemplate))));
    }

    private bool IsIn(Patient p) =>
        p.TestPatient != true
        && !(p.DateDeath != null && p.DateDeath.Value.Date <= d)
        && !(p.DateBirth != null && p.DateBirth.Value.Date > d)
        && rows.OptOuts.All(o => o.IDPatient != p.RowIdentifier)
        && rows.Filtered.All(o => o.IDPatient != p.RowIdentifier);

    private bool Says(GroupSource source, PriorityGroup group, long person) => source.Kind switch
    {
        "coded" => CodedSays(source, group, person),
        "patientGroup" => rows.PatientGroups.Any(r => r.IDPatient == person && source.Names!.Any(n => Same(n, r.Name)) && Begun(r.DateEvent) && NotEnded(r.DateRemoved)),
        "personAtRisk" => rows.AtRisk.Any(r => r.IDPatient == person && r.ProtectionPlan == true && Begun(r.DateAdded) && NotEnded(r.DateRemoved)),
        "estart" => rows.Estart.Any(r => r.PersonRef == person && source.Names!.Any(n => Same(n, r.Group))
            && Begun(r.From?.ToDateTime(TimeOnly.MinValue)) && NotEnded(r.To?.ToDateTime(TimeOnly.MinValue))),
        _ => throw new InvalidOperationException(source.Kind),
    };

    private bool CodedSays(GroupSource source, PriorityGroup group, long person)
    {
        var last = rows.Codes
            .Where(c => c.IDPatient == person && Begun(c.DateEvent) && source.Start!.Concat(source.End!).Contains(c.CTV3Code, StringComparer.Ordinal))
            .OrderBy(c => c.DateEvent).ThenBy(c => c.RowIdentifier)
            .LastOrDefault();
        return last != null && source.Start!.Contains(last.CTV3Code, StringComparer.Ordinal)
            && (group.ExpiresAfterMonths == null || last.DateEvent!.Value.Date.AddMonths(group.ExpiresAfterMonths.Value) > d);
    }

    public string? StaticText(string? cell) => Text(cell, configuredFirst: false);

    // extracts.md 2: an integer is looked up in one list, then in the other, else it is text.
    public string? Text(string? cell, bool configuredFirst)
    {
        if (!long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id))
        {
            return cell;
        }

        var configured = rows.Options.FirstOrDefault(o => o.RowIdentifier == id)?.ConfiguredListOption;
        var mapped = rows.Mapping.FirstOrDefault(m => m.RowIdentifier == id)?.Mapping;
        return (configuredFirst ? configured ?? mapped : mapped ?? configured) ?? cell;
    }
}
