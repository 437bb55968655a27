using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;

/// <summary>Children drawn at random, and the reports that follow from them: every sum holds because the same children are counted.</summary>
internal sealed class MadeUpArea
{
    private const int MonthCount = 24;

    private static readonly string[] Statuses = ["active", "achieved", "notAchieved", "unknown", "abandoned"];

    private readonly Random _random;
    private readonly List<(int Measure, int Year, int District, int Team, int Status)> _people = [];

    public MadeUpArea(Profile profile, int seed, int children)
    {
        Profile = profile;
        Districts = [.. profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts)];
        _random = new Random(seed);
        for (var child = 0; child < children; child++)
        {
            Units.Add(Draw(_random.Next(MonthCount)));
            var district = _random.Next(Districts.Count);
            _people.Add((_random.Next(3), _random.Next(2), district, (district * 2) + _random.Next(2), _random.Next(Statuses.Length)));
        }
    }

    public Profile Profile { get; }

    public IReadOnlyList<District> Districts { get; }

    public List<Unit> Units { get; } = [];

    /// <summary>First of the months that are counted: the last is March 2019.</summary>
    public static Month First { get; } = new Month(2019, 3).AddMonths(1 - MonthCount);

    /// <summary>Records that came late: some children are met after all, some are new.</summary>
    public void Late(int records)
    {
        for (var record = 0; record < records; record++)
        {
            var unit = _random.Next(Units.Count);
            Units[unit] = Units[unit] with { Status = 2 };
            Units.Add(Draw(_random.Next(MonthCount)));
        }
    }

    public MonthlyReport Report(Month month)
    {
        var kpis = new List<KpiFigure>();
        for (var kpi = 0; kpi < Profile.Kpis.Count; kpi++)
        {
            foreach (var (level, code, holds) in Places())
            {
                KpiFigure[] rows =
                [
                    Kpi(kpi, level, code, holds, "month", month, month),
                    Kpi(kpi, level, code, holds, "ytd", month.YearToDate[0], month),
                    Kpi(kpi, level, code, holds, "rolling12", month.Rolling12[0], month),
                ];
                if (level != "team" || rows.Any(row => row.Denominator > 0))
                {
                    kpis.AddRange(rows);
                }
            }
        }

        return new MonthlyReport(Profile.Area, month.ToString(), "20190401_0200", Profile.DefinitionVersion, kpis, [.. Outcomes()], [], [.. Caseload()], [], [.. Quality()])
        {
            Practitioners = [new PractitionerFigure("7", "OM01", 1, 1, 0, 0, 0)],
            Families = [new FamilyInNeed("8", "Q", [], 1, [], [], null, [])],
        };
    }

    /// <summary>Level, code and whether a child of a district and team counts there.</summary>
    public IEnumerable<(string Level, string Code, Func<int, int, bool> Holds)> Places()
    {
        yield return ("area", Profile.Geography.Area.Code, (_, _) => true);
        foreach (var quadrant in Profile.Geography.Quadrants)
        {
            yield return ("quadrant", quadrant.Code, (district, _) => quadrant.Districts.Contains(Districts[district]));
        }

        for (var number = 0; number < Districts.Count; number++)
        {
            var here = number;
            yield return ("district", Districts[here].Code, (district, _) => district == here);
        }

        for (var number = 0; number < Districts.Count * 2; number++)
        {
            var here = number;
            yield return ("team", $"{100 + here}", (_, team) => team == here);
        }
    }

    /// <summary>The true count of a KPI, place and measure in one month, as the children are now.</summary>
    public Func<KpiFigure, Month, int, int> Months()
    {
        var units = Units.ToLookup(unit => (Profile.Kpis[unit.Kpi].Id, First.AddMonths(unit.Month)));
        var places = Places().ToDictionary(place => (place.Level, place.Code), place => place.Holds);
        return (row, month, measure) => units[(row.Kpi, month)].Count(unit =>
            places[(row.Level, row.Code)](unit.District, unit.Team) && (measure == 0 || unit.Status == 3 - measure));
    }

    private Unit Draw(int month)
    {
        // Uneven places, and most children met: small counts of each kind turn up.
        var district = Math.Min(_random.Next(Districts.Count), _random.Next(Districts.Count));
        return new Unit(_random.Next(Profile.Kpis.Count), month, district, (district * 2) + (_random.Next(5) == 0 ? 1 : 0), _random.Next(10) switch { 0 => 0, 1 => 1, _ => 2 });
    }

    private KpiFigure Kpi(int kpi, string level, string code, Func<int, int, bool> holds, string period, Month first, Month last)
    {
        var units = Units.Where(u => u.Kpi == kpi && holds(u.District, u.Team) && First.AddMonths(u.Month) is var m && first <= m && m <= last).ToArray();
        var met = units.Count(u => u.Status == 2);
        return new KpiFigure(
            Profile.Kpis[kpi].Id, level, code, code, period, met, units.Length, Percentage.Of(met, units.Length), 1, 2, 80, "green", "tick", units.Count(u => u.Status == 1));
    }

    private IEnumerable<OutcomeFigure> Outcomes()
    {
        for (var measure = 0; measure < 3; measure++)
        {
            foreach (var (level, code, holds) in Places())
            {
                foreach (var year in new int?[] { null, 0, 1 })
                {
                    var people = _people.Where(p => p.Measure == measure && holds(p.District, p.Team) && (year is null || p.Year == year)).ToArray();
                    var (achieved, not, unknown) = (Count(1), Count(2), Count(3));
                    var interval = Wilson.Interval(achieved, achieved + not, Profile.Confidence.Z);
                    yield return new OutcomeFigure(
                        $"OM0{measure + 1}", level, code, year is null ? null : $"20{18 + year}/{19 + year}", people.Length, Count(0), achieved + not + unknown, Count(4), achieved,
                        Percentage.Of(achieved, achieved + not), interval?.Lower, interval?.Upper, 70, "red");

                    int Count(int status) => people.Count(p => p.Status == status);
                }
            }
        }
    }

    private IEnumerable<CaseloadFigure> Caseload() => Places().Select(place =>
    {
        var count = _people.Count(p => p.Measure == 0 && place.Holds(p.District, p.Team));
        return new CaseloadFigure(place.Level, place.Code, "universal", count, 2, count / 2.0);
    });

    private IEnumerable<DataQualityFigure> Quality() => Places().Select(place =>
    {
        var people = _people.Where(p => place.Holds(p.District, p.Team)).ToArray();
        var failed = people.Count(p => p is { Status: 4, Year: 1, Measure: 1 });
        return new DataQualityFigure("review-no-mode", "SREvent", place.Level, place.Code, failed, people.Length, Percentage.Of(failed, people.Length));
    });
}
