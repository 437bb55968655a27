using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// The early pilot sites of Acting Early, Hillfields and Tile Hill, in 2013/14 and 2015/16 (AE17-49): the means of both years, and the months
/// of March as printed. Only their residents are in the extract, so that the area's figures are those of the sites together.
/// </summary>
internal sealed class CoventryPilot() : Dataset(
    "coventry-pilot",
    "coventry",
    new DateOnly(2016, 4, 25),
    new DateOnly(2016, 5, 2),
    "2015/16 against 2013/14 in 2016-03: +1.3, -0.4, +3.4, +6.1, -0.6, -1.2; green, green, green, green, red, red (AE17-49)")
{
    private const string Breastfeeding = "breastfeeding-6-8-weeks";

    private const string Dpt = "dpt-2-years";

    private const string Mmr = "mmr-5-years";

    private static readonly Month First = new(2008, 4);

    private static readonly Month Last = new(2016, 3);

    private static readonly string[] Sites = ["CV-R03", "CV-R05"];

    /// <summary>Of a thousand a month, means of the years 2013/14 to 2015/16.</summary>
    private static readonly (string Indicator, int[] Means)[] Maternity =
        [("early-booking", [885, 890, 898]), ("smoking-at-delivery", [134, 132, 130]), ("breastfeeding-initiation", [749, 767, 783])];

    private static readonly CohortPlan Plan = new(
        50,
        new Dictionary<Month, int>
        {
            [new(2008, 9)] = 100, [new(2009, 3)] = 100, [new(2010, 6)] = 100, [new(2010, 9)] = 125, [new(2011, 3)] = 500, [new(2011, 6)] = 100,
            [new(2011, 9)] = 125, [new(2012, 3)] = 500, [new(2013, 5)] = 160, [new(2013, 9)] = 125, [new(2014, 1)] = 160, [new(2014, 3)] = 125,
            [new(2015, 9)] = 125, [new(2016, 1)] = 250,
        },
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["HV1"] = 32, ["HV2"] = 48, ["HV3"] = 48, ["HV4"] = 47, ["HV5"] = 45, [Breastfeeding] = 23, [Dpt] = 48, [Mmr] = 46,
        },
        [
            new MeasureYear(Breastfeeding, new(2013, 2), [21, 22, 21, 75, 21, 22, 21, 54, 21, 22, 21, 69]),
            new MeasureYear(Breastfeeding, new(2015, 2), [24, 25, 24, 25, 24, 25, 24, 64, 25, 24, 25, 123]),
            new MeasureYear(Dpt, new(2011, 4), [49, 48, 97, 49, 49, 123, 48, 49, 49, 48, 49, 487]),
            new MeasureYear(Dpt, new(2013, 4), [49, 152, 48, 49, 49, 121, 48, 49, 48, 152, 49, 121]),
            new MeasureYear(Mmr, new(2008, 4), [46, 47, 46, 47, 46, 93, 47, 46, 47, 46, 47, 93]),
            new MeasureYear(Mmr, new(2010, 4), [46, 46, 91, 46, 45, 116, 46, 46, 46, 46, 46, 459]),
        ]);

    protected override int Children => 6400;

    public override IEnumerable<Family> Families(SampleArea area)
    {
        var maker = new CohortMaker(area);
        SamplePlace[] sites = [.. area.Districts.Where(district => Sites.Contains(district.Code))];
        var index = 0;
        foreach (var month in Month.Range(First, Last))
        {
            foreach (var household in maker.Make(Plan.Of(month), index, number => sites[number % sites.Length]))
            {
                index++;
                yield return household.Family;
            }
        }

        var (leftOut, doses) = (new LeftOutMaker(area), new DoseScript(area));
        foreach (var reason in LeftOutMaker.Reasons.Where(reason => reason is not (LeftOut.MovedOutside or LeftOut.Died)))
        {
            foreach (var births in new[] { new Month(2011, 3), new Month(2014, 1), new Month(2016, 1) })
            {
                var household = leftOut.Make(index++, reason, births.First.AddDays(9), Last.Last);
                maker.PlayAll(household, household.Child, _ => Shortfall.None, index, fed: true);
                foreach (var indicator in area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "immunisation"))
                {
                    doses.Play(household, household.Child, indicator, met: false, index);
                }

                yield return household.Family;
            }
        }
    }

    public override IEnumerable<IndicatorRow> Indicators(SampleArea area) => Maternity.SelectMany(indicator => indicator.Means.Index().SelectMany(mean =>
    {
        var year = new FinancialYear(2013 + mean.Index);
        return MonthlyReturn.Of("UHCW", indicator.Indicator, "area", area.Profile.Geography.Area.Code, year, mean.Item, 1000);
    }));
}
