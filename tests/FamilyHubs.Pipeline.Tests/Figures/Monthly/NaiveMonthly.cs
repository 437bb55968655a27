using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>KPIs and national view of calculations.md 5, counted unit by unit.</summary>
internal sealed class NaiveMonthly(Profile profile, NaiveReviewExtract rows, Month month)
{
    private readonly NaiveReviews _reviews = new(profile, rows, month.Last);
    private readonly NaiveCohorts _cohorts = new(profile, rows);

    /// <summary>Numerator, denominator and near misses by KPI, level, code and period, where there is a denominator.</summary>
    public Dictionary<(string Kpi, string Level, string Code, string Period), (int, int, int)> Kpis()
    {
        var counts = new Dictionary<(string, string, string, string), (int Numerator, int Denominator, int NearMiss)>();
        foreach (var kpi in profile.Kpis)
        {
            foreach (var cohort in month.Rolling12)
            {
                foreach (var unit in _cohorts.Units(kpi.Unit, kpi.Anchor, cohort))
                {
                    var reviews = InWindow(unit, kpi.Review, kpi.Window, null);
                    var met = kpi.ComponentRequired ? reviews.Any(r => _reviews.HasComponent(r, Codes(kpi.Component!), unit.Parents)) : reviews.Count > 0;
                    foreach (var (level, code) in PlacesOf(unit))
                    {
                        foreach (var period in PeriodsOf(cohort))
                        {
                            var sum = counts.GetValueOrDefault((kpi.Id, level, code, period));
                            counts[(kpi.Id, level, code, period)] =
                                (sum.Numerator + (met ? 1 : 0), sum.Denominator + 1, sum.NearMiss + (!met && reviews.Count > 0 ? 1 : 0));
                        }
                    }
                }
            }
        }

        return counts.ToDictionary(pair => pair.Key, pair => (pair.Value.Numerator, pair.Value.Denominator, pair.Value.NearMiss));
    }

    /// <summary>Numerator and denominator by indicator.</summary>
    public Dictionary<string, (int?, int?)> National() =>
        profile.National.ToDictionary(indicator => indicator.Id, indicator => indicator.Kind == "count" ? (FirstContacts(indicator), (int?)null) : Share(indicator));

    private (int?, int?) Share(NationalIndicator indicator)
    {
        var share = profile.National.Single(other => other.Id == (indicator.Of ?? indicator.Id));
        var units = MonthsToDate().SelectMany(cohort => _cohorts.Units(share.Unit, share.Anchor!, cohort)).Where(unit => unit.District is not ("unknown" or "outside"));
        var children = units
            .Select(unit => (unit.Parents, Review: share.NotWithin != null && InWindow(unit, share.Review!, share.NotWithin, share.Modes).Count > 0
                ? null
                : InWindow(unit, share.Review!, share.Window!, share.Modes).FirstOrDefault()))
            .ToList();
        var reviews = children.Where(child => child.Review != null).ToList();
        switch (indicator.Kind)
        {
            case "share":
                return (reviews.Count, children.Count);
            case "component":
                return (reviews.Count(child => _reviews.HasComponent(child.Review!, Codes(indicator.Component!), child.Parents)), reviews.Count);
            case "status":
                var all = profile.Components.Breastfeeding.Statuses.Values.SelectMany(codes => codes).ToList();
                return (
                    reviews.Count(child => _reviews.Latest(child.Review!, all, numeric: false) is { } latest
                        && indicator.Statuses!.Any(status => profile.Components.Breastfeeding.Statuses[status].Contains(latest.CTV3Code!))),
                    children.Count);
            default:
                var domains = indicator.Domains!.Select(domain => profile.Components.Asq3.Domains[domain]).ToList();
                var scored = reviews.Select(child => domains.Select(domain => _reviews.Latest(child.Review!, domain.Codes, numeric: true)?.NumericValue - domain.Threshold).ToList())
                    .Where(scores => scores.All(score => score != null))
                    .ToList();
                return (scored.Count(scores => scores.All(score => score >= 0)), scored.Count);
        }
    }

    private int FirstContacts(NationalIndicator indicator)
    {
        var mothers = new HashSet<long>();
        foreach (var person in rows.People.Patients.Select(p => p.RowIdentifier))
        {
            var days = _reviews.Of(person, indicator.Review!, indicator.Modes).Select(review => review.Day).ToList();
            foreach (var day in days.Where(day => MonthsToDate().Any(m => m.Contains(day)) && !days.Any(other => other < day && other > day.AddDays(-300))))
            {
                var people = _cohorts.At(Month.Of(day));
                if (people.IsIn(person) && people.District(person) is not ("unknown" or "outside"))
                {
                    mothers.Add(person);
                }
            }
        }

        return mothers.Count;
    }

    private List<NaiveReviews.Review> InWindow(NaiveCohorts.Unit unit, string type, ReviewWindow window, IReadOnlyList<string>? modes)
    {
        var (from, to) = NaiveCohorts.Window(window, unit.Birth);
        return [.. unit.Subjects.SelectMany(person => _reviews.Of(person, type, modes)).Where(r => from <= r.Day && r.Day <= to).OrderBy(r => r.Day)];
    }

    private IReadOnlyList<string> Codes(string component) =>
        component == "asq3" ? profile.Components.Asq3.Codes : profile.Components.EmotionalWellbeing.Codes;

    private IEnumerable<Month> MonthsToDate() => month.Quarter.Months.Where(m => m <= month);

    private IEnumerable<string> PeriodsOf(Month cohort)
    {
        yield return "rolling12";
        if (month.YearToDate.Contains(cohort))
        {
            yield return "ytd";
        }

        if (cohort == month)
        {
            yield return "month";
        }
    }

    private IEnumerable<(string Level, string Code)> PlacesOf(NaiveCohorts.Unit unit) => unit.District is "unknown" or "outside"
        ? [(unit.District, unit.District)]
        :
        [
            ("area", profile.Geography.Area.Code),
            ("quadrant", profile.Geography.Quadrants.Single(q => q.Districts.Any(d => d.Code == unit.District)).Code),
            ("district", unit.District),
            ("team", unit.Team),
        ];
}
