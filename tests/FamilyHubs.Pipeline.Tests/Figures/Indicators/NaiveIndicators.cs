using System.Globalization;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>calculations.md 12 sentence by sentence over rows as objects: values at places, means of the year before, marks. Slow and obvious.</summary>
internal sealed class NaiveIndicators(Profile profile, NaiveIndicatorExtract rows, Month month)
{
    private static readonly string[] BankHolidays =
    [
        "2017-01-02", "2017-04-14", "2017-04-17", "2017-05-01", "2017-05-29", "2017-08-28", "2017-12-25", "2017-12-26",
        "2018-01-01", "2018-03-30", "2018-04-02", "2018-05-07", "2018-05-28", "2018-08-27", "2018-12-25", "2018-12-26",
        "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27", "2019-08-26", "2019-12-25", "2019-12-26",
        "2020-01-01", "2020-04-10", "2020-04-13",
    ];

    private readonly NaiveReviews _reviews = new(profile, rows.Reviews, month.Last);
    private readonly NaiveCohorts _cohorts = new(profile, rows.Reviews);
    private readonly Dictionary<(string, Month), List<Row>> _months = [];

    public sealed record Row(string Level, string Code, string Period, double? Numerator, double? Denominator, double? Value);

    /// <summary>The rows with a value, and that of the area, as text: with the mean of the year before, mark and colour.</summary>
    public IEnumerable<string> Lines() => profile.Indicators.SelectMany(indicator => Shown(indicator).Select(row =>
    {
        var baseline = Mean(YearBefore(indicator, row.Level, row.Code));
        var (mark, rag) = Assess(indicator, row);
        return Line(indicator.Id, row.Level, row.Code, row.Period, row.Numerator, row.Denominator, row.Value, baseline, mark, rag);
    }));

    public static string Line(
        string indicator, string level, string code, string period, double? numerator, double? denominator, double? value, double? baseline, string? mark, string? rag) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{indicator} {level} {code} {period}: {numerator}/{denominator} {value:0.########} {baseline:0.########} {mark ?? "-"} {rag ?? "-"}");

    private IEnumerable<Row> Shown(IndicatorDefinition indicator) => indicator.Source.Kind == "return"
        ? Returned(indicator)
        : Of(indicator, month).Where(row => row.Level == "area" || (row.Value != null && (indicator.Unit != "count" || row.Value > 0)));

    private List<Row> Of(IndicatorDefinition indicator, Month at)
    {
        if (!_months.TryGetValue((indicator.Id, at), out var found))
        {
            _months[(indicator.Id, at)] = found = indicator.Source.Kind switch
            {
                "immunisation" => Count(at, People(at).Everyone.Where(p => BirthOf(p) is { } birth && at.Contains(birth.AddMonths(12))).Select(p => (p, IsImmunised(indicator, p)))),
                "groupCount" => InGroup(indicator, at),
                "timeliness" => Count(at, Clocks(indicator).Where(clock => at.Contains(clock.Deadline) && People(at).IsIn(clock.Person)).Select(clock => (clock.Person, clock.Met))),
                "breastfeeding" => Breastfed(indicator, at),
                _ => Kpi(indicator, at),
            };
        }

        return found;
    }

    // Children reaching the age in the month with the listed doses by that age; the same dose of one day entered twice is one.
    private bool IsImmunised(IndicatorDefinition indicator, long person)
    {
        var birth = BirthOf(person)!.Value;
        return indicator.Source.Doses!.All(needed => rows.Doses
            .Where(dose => dose.IDPatient == person && dose.DateEvent != null)
            .Where(dose => rows.Contents.Any(c => c.RowIdentifier == dose.IDImmunisationContent && needed.Contents.Any(wanted => NaivePeople.Same(wanted, c.Content))))
            .Select(dose => (Day: DateOnly.FromDateTime(dose.DateEvent!.Value), Dose: dose.Dose?.Trim()))
            .Where(dose => birth <= dose.Day && dose.Day <= birth.AddMonths(12))
            .Distinct()
            .Count() >= needed.Count);
    }

    // A month to which nobody's record reaches back has no count.
    private List<Row> InGroup(IndicatorDefinition indicator, Month at)
    {
        var people = People(at);
        var counted = people.Everyone.Where(p => indicator.Source.UnderYears is not { } years || people.IsUnder(years, p)).ToList();
        return
        [
            .. Count(at, counted.Select(p => (p, people.Groups(p).Contains(indicator.Source.Group!))))
                .Select(row => new Row(row.Level, row.Code, row.Period, null, null, counted.Count == 0 ? null : row.Numerator)),
        ];
    }

    // The clock starts on joining the group (in it that day, not the day before) or on a referral; the last day counts.
    private IEnumerable<(long Person, DateOnly Deadline, bool Met)> Clocks(IndicatorDefinition indicator)
    {
        var source = indicator.Source;
        foreach (var person in rows.Reviews.People.Patients.Select(p => p.RowIdentifier))
        {
            var starts = source.From!.Group is { } group
                ? DaysToLast().Where(day => InOn(person, group, day) && !InOn(person, group, day.AddDays(-1)))
                : rows.Referrals.Where(r => r.IDPatient == person && source.From.ReferralReasons!.Any(reason => NaivePeople.Same(reason, r.PrimaryReason)))
                    .Select(r => r.DateReferral ?? r.DateEvent).Where(at => at != null).Select(at => DateOnly.FromDateTime(at!.Value)).Distinct();
            foreach (var from in starts)
            {
                var deadline = source.Within!.Basis == "calendar" ? from.AddDays(source.Within.Days) : AfterWorkingDays(from, source.Within.Days);
                yield return (person, deadline, rows.Reviews.Codes.Any(c => c.IDPatient == person && source.To!.Codes.Contains(c.CTV3Code, StringComparer.Ordinal)
                    && c.DateEvent != null && from <= DateOnly.FromDateTime(c.DateEvent.Value) && DateOnly.FromDateTime(c.DateEvent.Value) <= deadline));
            }
        }
    }

    private bool InOn(long person, string group, DateOnly day) =>
        new NaivePeople(profile, rows.Reviews.People, day.ToDateTime(TimeOnly.MinValue)).Groups(person).Contains(group);

    private IEnumerable<DateOnly> DaysToLast() => Enumerable.Range(0, 140).Select(days => month.Last.AddDays(-days));

    private static DateOnly AfterWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            count -= isWeekend || BankHolidays.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) ? 0 : 1;
        }

        return day;
    }

    // Of infants due the six to eight week review in the month, those with the status at the earliest that counts.
    private List<Row> Breastfed(IndicatorDefinition indicator, Month at)
    {
        var due = profile.National.First(share => share.Id == "C8i");
        var statuses = profile.Components.Breastfeeding.Statuses;
        return Count(at, _cohorts.Units("child", due.Anchor!, at).Select(unit =>
        {
            var (from, to) = NaiveCohorts.Window(due.Window!, unit.Birth);
            var review = _reviews.Of(unit.Children[0], due.Review!).FirstOrDefault(r => from <= r.Day && r.Day <= to);
            var latest = review == null ? null : _reviews.Latest(review, [.. statuses.Values.SelectMany(codes => codes)], numeric: false);
            return (unit.Children[0], latest != null && indicator.Source.Statuses!.Any(status => statuses[status].Contains(latest.CTV3Code!)));
        }));
    }

    private List<Row> Kpi(IndicatorDefinition indicator, Month at)
    {
        var one = profile with { Kpis = [.. profile.Kpis.Where(kpi => kpi.Id == indicator.Source.Kpi)] };
        var found = new NaiveMonthly(one, rows.Reviews, at).Kpis().Where(pair => pair.Key.Period == "month")
            .Select(pair => new Row(pair.Key.Level, pair.Key.Code, at.ToString(), pair.Value.Item1, pair.Value.Item2, 100.0 * pair.Value.Item1 / pair.Value.Item2))
            .ToList();
        return found.Any(row => row.Level == "area") ? found : [.. found, new Row("area", "T", at.ToString(), 0, 0, null)];
    }

    // Month, quarter and year at each place that had a figure since the year before; the area always; missing is missing.
    private IEnumerable<Row> Returned(IndicatorDefinition indicator)
    {
        var recent = Month.Range(Month.Of(month.FinancialYear.Previous.First), month);
        var periods = recent.SelectMany(one => new[] { one.ToString(), one.Quarter.ToString(), one.FinancialYear.ToString() }).ToHashSet();
        var places = rows.Returns.Where(r => r.Indicator == indicator.Id && LevelOf(r) != null && periods.Contains(r.Period)).Select(PlaceOf).Append(("area", "T")).Distinct();
        foreach (var (level, code) in places)
        {
            var found = new[] { month.ToString(), month.Quarter.ToString(), month.FinancialYear.ToString() }
                .Select(period => Return(indicator, level, code, period)).Where(row => row != null).ToList();
            foreach (var row in found.Count > 0 ? found : [new Row(level, code, month.ToString(), null, null, null)])
            {
                yield return row!;
            }
        }
    }

    private Row? Return(IndicatorDefinition indicator, string level, string code, string period)
    {
        var row = rows.Returns.Where(r => r.Indicator == indicator.Id && LevelOf(r) != null && PlaceOf(r) == (level, code) && r.Period == period)
            .OrderByDescending(r => r.Organisation == indicator.Organisation).ThenBy(r => r.Organisation, StringComparer.Ordinal)
            .FirstOrDefault();
        if (row == null)
        {
            return null;
        }

        var factor = indicator.Unit == "rate" ? indicator.Per!.Value : 100;
        var value = indicator.Unit == "count" ? row.Value ?? row.Numerator
            : row.Numerator == null || row.Denominator == null ? row.Value
            : row.Denominator == 0 ? null
            : factor * row.Numerator / row.Denominator;
        return new Row(level, code, period, row.Numerator, row.Denominator, value);
    }

    private static string? LevelOf(NaiveIndicatorExtract.Return row) =>
        new[] { "area", "quadrant", "district", "team" }.FirstOrDefault(level => NaivePeople.Same(level, row.Level));

    private static (string Level, string Code) PlaceOf(NaiveIndicatorExtract.Return row) =>
        (LevelOf(row)!, row is { Level: "team", AreaCode: "Team North" } ? "11" : row.AreaCode);

    private IEnumerable<double?> YearBefore(IndicatorDefinition indicator, string level, string code)
    {
        var year = month.FinancialYear.Previous;
        if (indicator.Source.Kind != "return")
        {
            return year.Months.Select(one => Of(indicator, one).FirstOrDefault(row => row.Level == level && row.Code == code)?.Value
                ?? ZeroOfCount(indicator, one, level));
        }

        var months = year.Months.Select(one => Return(indicator, level, code, one.ToString())?.Value).ToList();
        var quarters = Enumerable.Range(1, 4).Select(number => Return(indicator, level, code, new Quarter(year, number).ToString())?.Value).ToList();
        return months.Any(v => v != null) ? months : quarters.Any(v => v != null) ? quarters : [Return(indicator, level, code, year.ToString())?.Value];
    }

    // A count at a place where nobody is counted is 0 in a month to which somebody's record reaches back.
    private double? ZeroOfCount(IndicatorDefinition indicator, Month at, string level) =>
        indicator.Source.Kind == "groupCount" && level != "area" && Of(indicator, at).Any(row => row is { Level: "area", Value: not null }) ? 0 : null;

    private static double? Mean(IEnumerable<double?> values) => values.Average();

    private static (string? Mark, string? Rag) Assess(IndicatorDefinition indicator, Row row)
    {
        if (indicator.Unit != "percentage" || indicator.Polarity == "neutral" || indicator.Target is not { } target || row.Value is not { } value)
        {
            return (null, null);
        }

        // Multiplied by the denominator, so that the edges are exact.
        var times = row is { Numerator: not null, Denominator: not null } ? (decimal)row.Denominator.Value : 1;
        var difference = (row is { Numerator: { } numerator, Denominator: not null } ? 100 * (decimal)numerator : (decimal)value) - ((decimal)target * times);
        difference = indicator.Polarity == "lower" ? -difference : difference;
        return (difference >= times ? "tick" : difference <= -times ? "cross" : "n/a", difference >= 0 ? "green" : difference >= -5 * times ? "amber" : "red");
    }

    /// <summary>Counts persons, and those who meet something, at their places at the month's end.</summary>
    private List<Row> Count(Month at, IEnumerable<(long Person, bool Met)> persons)
    {
        var people = People(at);
        var all = persons.SelectMany(one => PlacesOf(people, one.Person).Select(place => (place, one.Met))).ToList();
        return
        [
            .. all.Select(one => one.place).Append(("area", "T")).Distinct().Select(place =>
            {
                var (met, of) = (all.Count(one => one.place == place && one.Met), all.Count(one => one.place == place));
                return new Row(place.Item1, place.Item2, at.ToString(), met, of, of == 0 ? null : 100.0 * met / of);
            }),
        ];
    }

    private IEnumerable<(string, string)> PlacesOf(NaivePeople people, long person)
    {
        var district = people.District(person);
        return district is "unknown" or "outside"
            ? [(district, district)]
            : [("area", "T"), ("quadrant", profile.Geography.Quadrants.Single(q => q.Districts.Any(d => d.Code == district)).Code), ("district", district), ("team", people.Team(person))];
    }

    private NaivePeople People(Month at) => new(profile, rows.Reviews.People, at.Last.ToDateTime(TimeOnly.MinValue));

    private DateOnly? BirthOf(long person) =>
        rows.Reviews.People.Patients.Single(p => p.RowIdentifier == person).DateBirth is { } birth ? DateOnly.FromDateTime(birth) : null;
}
