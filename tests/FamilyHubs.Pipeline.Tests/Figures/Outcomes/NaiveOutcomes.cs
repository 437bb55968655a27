using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using static FamilyHubs.Pipeline.Tests.Figures.Outcomes.NaivePlanExtract;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

/// <summary>calculations.md 7 sentence by sentence over rows as objects. Slow and obvious.</summary>
internal sealed class NaiveOutcomes(Profile profile, NaivePlanExtract rows, DateOnly asOf)
{
    private readonly NaivePeople _people = new(profile, rows.People, asOf.ToDateTime(TimeOnly.MinValue));

    // The people of a measure with their latest episode.
    public List<Plan> Cohort(OutcomeMeasure measure) =>
    [
        .. Episodes(measure)
            .Where(p => profile.IneligibleEpisodesCount || IsEligible(measure.Eligibility, p))
            .GroupBy(p => p.IDPatient)
            .Select(person => person.OrderBy(p => p.DateEvent).ThenBy(p => p.RowIdentifier).Last())
            .Where(p => measure.Scope == null || profile.Geography.Quadrants.Single(q => q.Code == measure.Scope.Quadrant).Districts.Any(d => d.Code == _people.District(p.IDPatient!.Value))),
    ];

    // Everything from outcomesFrom to the month's end, of people who are not out and have a date of birth.
    public List<Plan> Episodes(OutcomeMeasure measure) =>
    [
        .. rows.Plans
            .Where(p => profile.OutcomeMeasures.Any(m => (m.Id == measure.Id || m.MergedInto == measure.Id) && m.PlanNames.Any(n => NaivePeople.Same(n, p.NameOfCarePlanUsed))))
            .Where(p => p.DateEvent != null && DateOnly.FromDateTime(p.DateEvent.Value) >= profile.OutcomesFrom && DateOnly.FromDateTime(p.DateEvent.Value) <= asOf)
            .Where(p => p.IDPatient != null && _people.IsIn(p.IDPatient.Value) && Birth(p.IDPatient.Value) != null),
    ];

    public string Status(Plan plan)
    {
        var own = Meaning(plan.Outcome);
        var review = rows.Reviews
            .Where(r => r.IDCarePlan == plan.RowIdentifier && _people.Begun(r.DatePerformed) && Meaning(r.Outcome) != null)
            .OrderBy(r => r.DatePerformed).ThenBy(r => r.RowIdentifier)
            .LastOrDefault();
        DateOnly? ended = plan.DateDiscontinued != null ? plan.DateDiscontinued
            : own != null ? DateOnly.FromDateTime(plan.DateEventRecorded ?? plan.DateEvent!.Value)
            : review != null ? DateOnly.FromDateTime(review.DatePerformed!.Value)
            : null;
        return ended == null || ended > asOf ? "active" : own ?? Meaning(review?.Outcome) ?? "unknown";
    }

    // area, quadrant, district and team of a resident, or unknown, or outside.
    public List<string> Places(long person)
    {
        var district = _people.District(person);
        return district is "unknown" or "outside"
            ? [$"{district} {district}"]
            :
            [
                $"area {profile.Geography.Area.Code}",
                $"quadrant {profile.Geography.Quadrants.Single(q => q.Districts.Any(d => d.Code == district)).Code}",
                $"district {district}",
                $"team {_people.Team(person)}",
            ];
    }

    public static string YearOf(DateTime start) => start.Month >= 4 ? $"{start.Year}/{(start.Year + 1) % 100:00}" : $"{start.Year - 1}/{start.Year % 100:00}";

    public bool IsEligible(EligibilityRule rule, Plan plan)
    {
        var start = plan.DateEvent!.Value.Date;
        var person = plan.IDPatient!.Value;
        var then = new NaivePeople(profile, rows.People, start);
        var birth = Birth(person)!.Value.Date;
        var months = birth <= start ? Enumerable.Range(0, 2000).Last(n => birth.AddMonths(n) <= start) : -1;
        var years = birth <= start ? Enumerable.Range(0, 150).Last(n => birth.AddYears(n) <= start) : -1;
        var gender = rows.People.Patients.Single(p => p.RowIdentifier == person).Gender;
        return (rule.MinAgeYears == null || years >= rule.MinAgeYears) && (rule.MaxAgeYears == null || years <= rule.MaxAgeYears)
            && (rule.MinAgeMonths == null || months >= rule.MinAgeMonths) && (rule.MaxAgeMonths == null || months <= rule.MaxAgeMonths)
            && (!rule.SchoolAge || years is >= 5 and <= 16) && (!rule.SecondarySchoolAge || years is >= 11 and <= 16)
            && (rule.Gender == null || NaivePeople.Same(gender, rule.Gender) || (rule.Gender == "F" && NaivePeople.Same(gender, "female")))
            && (rule.Quintiles == null || rule.Quintiles.Any(q => q == then.Home(person)?.ImdQuintile))
            && (rule.Group == null || then.Groups(person).Contains(rule.Group))
            && (!rule.ChildOnProtectionPlan || then.Everyone.Any(child => then.IsUnder(18, child) && then.Parents(child).Contains(person) && then.Groups(child).Contains("G3")));
    }

    private DateTime? Birth(long person) => rows.People.Patients.Single(p => p.RowIdentifier == person).DateBirth;

    // Null when no outcome is recorded; unknown when the profile does not map it.
    private string? Meaning(string? cell)
    {
        var text = _people.Text(cell, configuredFirst: true);
        return string.IsNullOrWhiteSpace(text) ? null
            : profile.OutcomeWordings.Where(w => NaivePeople.Same(w.Key, text)).Select(w => w.Value).FirstOrDefault() ?? "unknown";
    }
}
