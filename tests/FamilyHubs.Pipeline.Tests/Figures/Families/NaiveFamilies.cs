using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.Outcomes;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Families;

/// <summary>calculations.md 10 sentence by sentence over rows as objects. Slow and obvious.</summary>
internal sealed class NaiveFamilies(Profile profile, NaivePlanExtract rows, DateOnly asOf)
{
    private readonly NaivePeople _people = new(profile, rows.People, asOf.ToDateTime(TimeOnly.MinValue));
    private readonly NaiveOutcomes _outcomes = new(profile, rows, asOf);

    public List<FamilyInNeed> First() =>
    [
        .. profile.Geography.Quadrants.SelectMany(quadrant => Families()
            .Where(family => QuadrantOf(family.Members) == quadrant.Code)
            .OrderByDescending(family => Groups(family.Members).Count)
            .ThenByDescending(family => Children(family.Members).Any(child => _people.Groups(child).Any(g => g is "G3" or "G4")))
            .ThenByDescending(family => UnderFives(family.Members))
            .ThenByDescending(family => !IsReached(family.Members))
            .ThenBy(family => family.Key)
            .Take(profile.Families.FirstPerQuadrant)
            .Select(family => Row(family.Key, quadrant.Code, family.Members))),
    ];

    private List<(long Key, List<long> Members)> Families() =>
    [
        .. _people.Everyone.Where(person => _people.IsUnder(18, person))
            .GroupBy(Key)
            .Select(family => (
                family.Key,
                family.Append(family.Key).Concat(family.SelectMany(_people.Parents)).Distinct().Where(_people.IsIn).Order().ToList())),
    ];

    // 2: mother (of several, the lowest id), else principal carer, else the parent with the lowest id, else the child alone.
    private long Key(long child)
    {
        var parents = _people.Parents(child);
        var links = rows.People.Relationships
            .Where(r => r.IDPatient == child && parents.Contains(r.IDPatientRelationshipWith ?? -1))
            .Where(r => (r.DateEvent == null || _people.Begun(r.DateEvent)) && _people.NotEnded(r.DateEnded))
            .ToList();
        var mothers = links.Where(r => profile.MotherTypes.Any(t => NaivePeople.Same(t, _people.StaticText(r.RelationshipType)))).ToList();
        var carers = links.Where(r => r.PrincipalCarerForPatient == true).ToList();
        return mothers.Count > 0 ? mothers.Min(r => r.IDPatientRelationshipWith!.Value)
            : carers.Count > 0 ? carers.Min(r => r.IDPatientRelationshipWith!.Value)
            : parents.Count > 0 ? parents.Min()
            : child;
    }

    private List<long> Children(List<long> members) => [.. members.Where(member => _people.IsUnder(18, member))];

    private int UnderFives(List<long> members) => members.Count(member => _people.IsUnder(5, member));

    private List<string> Groups(List<long> members) => [.. members.SelectMany(_people.Groups).Distinct().Order(StringComparer.Ordinal)];

    private string? QuadrantOf(List<long> members) => Children(members).Order()
        .Select(child => profile.Geography.Quadrants.FirstOrDefault(q => q.Districts.Any(d => d.Code == _people.District(child)))?.Code)
        .FirstOrDefault(code => code != null);

    private List<NaiveRows.Event> Contacts(List<long> members) =>
        [.. rows.People.Events.Where(e => e.IDPatient != null && members.Contains(e.IDPatient.Value) && _people.Begun(e.DateEvent))];

    private DateOnly? LastReach(List<long> members) => Contacts(members).Where(_people.IsMeaningful)
        .Select(e => (DateOnly?)DateOnly.FromDateTime(e.DateEvent!.Value)).Max();

    private bool IsReached(List<long> members) => LastReach(members) is { } last && asOf.DayNumber - last.DayNumber < 183;

    private FamilyInNeed Row(long key, string quadrant, List<long> members)
    {
        var measures = profile.OutcomeMeasures.Where(m => m.Kind == "episode"
            && _outcomes.Cohort(m).Any(plan => members.Contains(plan.IDPatient!.Value) && _outcomes.Status(plan) == "active"));
        var plans = rows.Plans
            .Where(p => p.IDPatient != null && members.Contains(p.IDPatient.Value) && !string.IsNullOrWhiteSpace(p.NameOfCarePlanUsed))
            .Where(p => _people.Begun(p.DateEvent) && _outcomes.Status(p) == "active")
            .Select(p => p.NameOfCarePlanUsed!.Trim().ToUpperInvariant());
        return new FamilyInNeed(
            key.ToString(System.Globalization.CultureInfo.InvariantCulture),
            quadrant,
            Groups(members),
            Children(members).Count,
            [.. measures.Select(m => m.Id)],
            [.. Teams(members).Order(StringComparer.Ordinal), .. plans.Distinct().Order(StringComparer.Ordinal)],
            LastReach(members),
            [.. Reasons(members)]);
    }

    private IEnumerable<string> Teams(List<long> members) => rows.People.Allocations
        .Where(a => a.IDPatient != null && members.Contains(a.IDPatient.Value) && a.IDTeam != null && a.DateDeleted == null)
        .Where(a => (a.DateStart == null || _people.Begun(a.DateStart)) && _people.NotEnded(a.DateEnd))
        .Where(a => rows.Referrals.Any(r => r.IDPatient == a.IDPatient && (a.IDReferralIn == null || a.IDReferralIn == r.RowIdentifier)
            && _people.Begun(r.DateReferral ?? r.DateEvent) && _people.NotEnded(r.DateDischarge)))
        .Select(a => a.IDTeam!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .Select(code => _people.TeamName(code) ?? code)
        .Distinct();

    private IEnumerable<string> Reasons(List<long> members)
    {
        if (Children(members).Any(child => _people.Groups(child).Contains("G3")))
        {
            yield return "protection plan";
        }

        if (Children(members).Any(child => _people.Groups(child).Contains("G4")))
        {
            yield return "looked-after child";
        }

        if (UnderFives(members) > 0)
        {
            yield return $"under-fives: {UnderFives(members)}";
        }

        if (!IsReached(members))
        {
            yield return "not reached";
        }

        var first = Contacts(members).Where(_people.IsAttended).OrderBy(e => e.DateEvent).ThenBy(e => e.RowIdentifier)
            .Select(e => profile.Contacts.Modes.Values.SelectMany(texts => texts).FirstOrDefault(text => NaivePeople.Same(text, _people.Text(e.ContactMethod, configuredFirst: true))))
            .FirstOrDefault(mode => mode != null);
        if (first != null)
        {
            yield return $"first contact: {first}";
        }
    }
}
