using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// City and Hackney in March 2019: 28.9 % of women on a continuity of carer pathway against 20 %, 64 % of initial health assessments within
/// 20 working days (H19-10, H19-25), and all checks at their targets but the antenatal contact (H19-07).
/// </summary>
internal sealed class Hackney201903() : Dataset(
    "hackney-2019-03",
    "hackney",
    new DateOnly(2019, 3, 25),
    new DateOnly(2019, 4, 1),
    "continuity of carer 28.9 % against 20 % and 64 % of health assessments within 20 days in 2019-03 (H19-10, H19-25)")
{
    private const string LookedAfter = "HG01";

    private static readonly Month March = new(2019, 3);

    private static readonly Month First = new(2016, 4);

    /// <summary>Initial health assessments due, and done in time, from April 2018 on: 64 % in the first, second and last quarter.</summary>
    private static readonly (int Due, int InTime)[] Assessments =
    [
        (25, 17), (25, 15), (25, 16), (25, 16), (25, 14), (25, 18), (20, 11), (20, 12), (20, 10), (25, 17), (25, 15), (25, 16),
    ];

    private static readonly CohortPlan Plan = new(
        50,
        new Dictionary<Month, int>(),
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["HV1"] = 31, ["HV2"] = 46, ["HV3"] = 44, ["HV4"] = 42, ["HV5"] = 41, ["imms-1-year"] = 45, ["imms-2-years"] = 43,
        },
        []);

    protected override int Children => 2100;

    public override IEnumerable<Family> Families(SampleArea area)
    {
        var maker = new CohortMaker(area);
        var index = 0;
        foreach (var month in Month.Range(First, March))
        {
            foreach (var household in maker.Make(Plan.Of(month), index, number => area.Districts[number % area.Districts.Count]))
            {
                index++;
                yield return household.Family;
            }
        }

        var assessments = new AssessmentScript(area, "lac-iha-20-days");
        foreach (var (number, (due, inTime)) in Assessments.Index())
        {
            foreach (var household in assessments.Make(index, March.AddMonths(number - Assessments.Length + 1), due, inTime))
            {
                index++;
                yield return household.Family;
            }
        }

        var leftOut = new LeftOutMaker(area);
        foreach (var reason in LeftOutMaker.Reasons)
        {
            var household = leftOut.Make(index++, reason, new DateOnly(2012, 5, 9), March.Last);
            new GroupScript(area.Profile).Join(household, household.Child, LookedAfter, new DateOnly(2019, 2, 11));
            yield return household.Family;
        }
    }

    public override IEnumerable<IndicatorRow> Indicators(SampleArea area)
    {
        var whole = area.Profile.Geography.Area.Code;
        foreach (var (number, district) in area.Districts.Index())
        {
            // 289 of the thousand women of eight neighbourhoods.
            yield return new IndicatorRow("Maternity", "continuity-of-carer", "district", district.Code, "2019-03", 36 + (number == 0 ? 1 : 0), 125);
        }

        yield return new IndicatorRow("Maternity", "continuity-of-carer", "area", whole, "2019-03", 289, 1000);
        yield return new IndicatorRow("Maternity", "deliveries-complications", "area", whole, "2017/18", 2916, 5400);
        yield return new IndicatorRow("Maternity", "deliveries-complications", "area", whole, "2018-09", 284, 451, Note: "Change of coding practice");
        yield return new IndicatorRow("CCG", "camhs-access", "area", whole, "2018/19", Value: 40, Note: "Locally collected, about 40 per cent");
        yield return new IndicatorRow("CCG", "schools-with-worker", "area", whole, "2018/19", 41, 82);
        yield return new IndicatorRow("Paediatrics", "outpatient-miscoded", "area", whole, "2018/19", 60, 120);
        yield return new IndicatorRow("Public health", "measles-immunisations", "area", whole, "2018-11", Value: 560);
        yield return new IndicatorRow("Public health", "measles-immunisations", "area", whole, "2018-12", Value: 472);
    }
}
