using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The mandated checks of Essex in March 2019 (E19-20 to E19-24): of a thousand due each, 80.9, 98.7, 98.0, 93.6 and 94.9 %.</summary>
internal sealed class EssexMarch2019() : Dataset(
    "essex-march-2019",
    "essex",
    new DateOnly(2019, 3, 25),
    new DateOnly(2019, 4, 1),
    "KPIs 2.01, 2.02, 2.33, 2.34, 2.35 of 2019-03 are 80.9, 98.7, 98.0, 93.6, 94.9 (E19-20 to E19-24)")
{
    private const int Due = 1000;

    /// <summary>Families of the other months, from the first whose children reach two and a half in the 24 months of a trend.</summary>
    private const int Usual = 40;

    private const int Twins = 12;

    private const int HouseholdsOfAnEdge = 5;

    private static readonly Month March = new(2019, 3);

    private static readonly Month First = new(2014, 10);

    /// <summary>KPI, month of birth of those due in March, met of a thousand, and usually of forty.</summary>
    private static readonly (string Kpi, Month Births, int Met, int Usually)[] Targets =
    [
        ("2.01", March, 809, 32),
        ("2.02", March.AddMonths(-1), 987, 39),
        ("2.33", March.AddMonths(-2), 980, 39),
        ("2.34", March.AddMonths(-12), 936, 37),
        ("2.35", March.AddMonths(-30), 949, 38),
    ];

    /// <summary>Births at the ends of months, all reviews in time: the days on which anchors fall into March or just not.</summary>
    private static readonly (DateOnly Birth, string[] DueInMarch)[] Edges =
    [
        (new(2019, 3, 1), ["2.01", "2.02"]),
        (new(2019, 3, 31), ["2.01"]),
        (new(2019, 3, 2), ["2.01"]),
        (new(2019, 1, 29), ["2.33"]),
        (new(2019, 1, 30), ["2.02", "2.33"]),
        (new(2019, 2, 3), ["2.02", "2.33"]),
        (new(2019, 2, 4), ["2.02"]),
        (new(2019, 1, 3), []),
        (new(2019, 1, 4), ["2.33"]),
        (new(2018, 2, 28), []),
        (new(2018, 3, 1), ["2.34"]),
        (new(2018, 3, 31), ["2.34"]),
        (new(2016, 8, 31), []),
        (new(2016, 9, 1), ["2.35"]),
        (new(2016, 9, 30), ["2.35"]),
    ];

    protected override int Children => 7200;

    public override IEnumerable<Family> Families(SampleArea area)
    {
        var maker = new CohortMaker(area);
        SamplePlace[] places = [.. area.Districts.SelectMany(district => Enumerable.Repeat(district, district.Teams.Count))];
        var index = 0;
        foreach (var month in Month.Range(First, March))
        {
            foreach (var household in maker.Make(Cohort(month), index, number => places[number % places.Length]))
            {
                index++;
                yield return household.Family;
            }
        }

        foreach (var (birth, _) in Edges)
        {
            for (var number = 0; number < HouseholdsOfAnEdge; number++)
            {
                yield return Edge(area, maker, index++, birth, number).Family;
            }
        }

        foreach (var household in LeftOutOnes(area, maker, index))
        {
            yield return household.Family;
        }
    }

    private static BirthCohort Cohort(Month month)
    {
        var due = Targets.FirstOrDefault(target => target.Births == month);
        var edges = HouseholdsOfAnEdge * Edges.Count(edge => edge.DueInMarch.Contains(due.Kpi));
        var size = due.Kpi is null ? Usual : Due - edges;
        var met = Targets.ToDictionary(
            target => target.Kpi,
            target => target.Births == month ? target.Met - edges : size * target.Usually / Usual,
            StringComparer.Ordinal);
        return new BirthCohort(month, size, met, month == March ? Twins : 0);
    }

    /// <summary>Some moved in on the last day of March, some have lost their mother since, some are seen by two organisations.</summary>
    private static Household Edge(SampleArea area, CohortMaker maker, int index, DateOnly birth, int number)
    {
        var district = area.Districts[index % area.Districts.Count];
        var movesIn = number == 0 && birth < March.Last;
        var household = new Household(area, index, new HouseholdPlan(movesIn ? area.Elsewhere[0] : district, birth)
        {
            Move = movesIn ? new Move(district, March.Last) : null,
            IsShared = number == 2,
        });
        if (number == 1 && household.Mother is { } mother && birth.AddDays(20) < March.Last)
        {
            Household.Die(mother, birth.AddDays(20));
        }

        maker.PlayAll(household, household.Child, _ => Shortfall.None, number, fed: number % 2 == 0);
        return household;
    }

    private static IEnumerable<Household> LeftOutOnes(SampleArea area, CohortMaker maker, int index)
    {
        var leftOut = new LeftOutMaker(area);
        foreach (var (_, births, _, _) in Targets)
        {
            foreach (var reason in LeftOutMaker.Reasons)
            {
                for (var number = 0; number < 2; number++)
                {
                    var household = leftOut.Make(index++, reason, births.First.AddDays(9 + number), March.Last);
                    maker.PlayAll(household, household.Child, _ => number == 0 ? Shortfall.None : Shortfall.Never, number, fed: false);
                    yield return household;
                }
            }
        }
    }
}
