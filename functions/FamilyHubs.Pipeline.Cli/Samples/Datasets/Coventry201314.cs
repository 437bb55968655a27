using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// The example dashboard of the Hillfields locality in Coventry (AE17-21 to AE17-33): in March 2014, and on the mean of 2013/14, the figures
/// and marks that were printed. The other months swing about the mean and bear the same marks.
/// </summary>
internal sealed class Coventry201314() : Dataset(
    "coventry-2013-14",
    "coventry",
    new DateOnly(2014, 4, 28),
    new DateOnly(2014, 5, 5),
    "the locality dashboard of 2014-03 and the means of 2013/14 (as baseline of 2014-04) with their marks (AE17-21 to AE17-33)")
{
    private const string Hillfields = "CV-R03";

    private static readonly FinancialYear Year = new(2013);

    private static readonly Month March = new(2014, 3);

    private static readonly Month First = new(2008, 4);

    private static readonly Month FirstGrouped = new(2009, 6);

    private static readonly Month LastGrouped = new(2013, 2);

    private static readonly CohortPlan Plan = new(
        50,
        new Dictionary<Month, int>
        {
            [new(2011, 5)] = 100, [new(2011, 9)] = 100, [new(2012, 3)] = 100, [new(2013, 6)] = 100, [new(2014, 1)] = 100, [new(2014, 2)] = 100,
        },
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["HV1"] = 32, ["HV2"] = 48, ["HV3"] = 48, ["HV4"] = 48, ["HV5"] = 44,
            ["breastfeeding-6-8-weeks"] = 25, ["dpt-2-years"] = 48, ["mmr-5-years"] = 45,
        },
        [
            new MeasureYear("HV2", new(2013, 3), [48, 49, 48, 97, 48, 49, 48, 49, 48, 49, 98, 97]),
            new MeasureYear("HV3", new(2013, 2), [48, 49, 48, 49, 97, 48, 49, 48, 49, 48, 49, 97]),
            new MeasureYear("HV4", new(2012, 4), [48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48]),
            new MeasureYear("HV5", new(2010, 10), [44, 45, 44, 45, 44, 45, 44, 89, 45, 44, 45, 89]),
            new MeasureYear("breastfeeding-6-8-weeks", new(2013, 2), [25, 26, 24, 27, 51, 25, 26, 24, 27, 25, 26, 51]),
            new MeasureYear("dpt-2-years", new(2011, 4), [48, 97, 49, 48, 49, 98, 48, 49, 48, 49, 48, 97]),
            new MeasureYear("mmr-5-years", new(2008, 4), [44, 46, 44, 46, 44, 46, 44, 46, 45, 44, 46, 45]),
        ]);

    /// <summary>Children under five in the groups that the dashboard counts, at the ends of the twelve months.</summary>
    private static readonly int[] ProtectionPlans = [13, 14, 15, 14, 12, 16, 14, 13, 15, 14, 14, 14];

    private static readonly int[] OpenCafs = [52, 53, 55, 54, 56, 57, 55, 53, 52, 54, 53, 54];

    private static readonly int[] LookedAfter = [3, 2, 3, 4, 3, 3, 2, 4, 3, 3, 3, 3];

    protected override int Children => 4200;

    public override IEnumerable<Family> Families(SampleArea area)
    {
        var (maker, groups) = (new CohortMaker(area), new GroupScript(area.Profile));
        var place = area.Districts.First(district => district.Code == Hillfields);
        var index = 0;
        foreach (var month in Month.Range(First, March))
        {
            var first = index;
            foreach (var household in maker.Make(Plan.Of(month), first, _ => place))
            {
                AddGroups(groups, household, month, index - first);
                index++;
                yield return household.Family;
            }
        }

        foreach (var household in LeftOutOnes(area, maker, groups, index))
        {
            yield return household.Family;
        }
    }

    public override IEnumerable<IndicatorRow> Indicators(SampleArea area)
    {
        (string Indicator, int[] Met)[] maternity =
        [
            ("early-booking", [82, 84, 81, 85, 83, 83, 82, 84, 80, 86, 83, 83]),
            ("smoking-at-delivery", [15, 14, 16, 15, 13, 17, 15, 15, 14, 16, 15, 15]),
            ("breastfeeding-initiation", [79, 78, 80, 79, 77, 81, 79, 79, 78, 80, 79, 79]),
        ];
        foreach (var (indicator, met) in maternity)
        {
            foreach (var (number, month) in Year.Months.Index())
            {
                yield return new IndicatorRow("UHCW", indicator, "area", area.Profile.Geography.Area.Code, month.ToString(), met[number], 100);
                yield return new IndicatorRow("UHCW", indicator, "district", Hillfields, month.ToString(), met[number], 100);
            }
        }

        // The hospital's own figure counts, not one that the council passes on.
        yield return new IndicatorRow(
            "CCC", "early-booking", "area", area.Profile.Geography.Area.Code, March.ToString(), 95, 100, Note: "As heard at the meeting");
    }

    /// <summary>One child of each month may have a protection plan, two a CAF, one may be looked after.</summary>
    private static void AddGroups(GroupScript groups, Household household, Month births, int number)
    {
        var months = (births.Year - FirstGrouped.Year) * 12 + births.Number - FirstGrouped.Number;
        if (births >= FirstGrouped && births <= LastGrouped)
        {
            var (code, place, wanted) = number switch
            {
                1 => ("CG01", months, ProtectionPlans),
                2 => ("CG04", months, OpenCafs),
                3 => ("CG04", 45 + months, OpenCafs),
                4 => ("CG02", months, LookedAfter),
                _ => (string.Empty, 0, []),
            };
            foreach (var (from, until) in MonthlySpells.Of(place, Month.Of(Year.First), wanted))
            {
                groups.Join(household, household.Child, code, from, until);
            }

            if (number == 5)
            {
                household.Protect(household.Child, withPlan: false, Year.First, until: null);
            }
        }
        else if (births == First && number is 1 or 4)
        {
            // Five years old before the first month ends.
            groups.Join(household, household.Child, number == 1 ? "CG01" : "CG02", births.Last);
        }
    }

    private static IEnumerable<Household> LeftOutOnes(SampleArea area, CohortMaker maker, GroupScript groups, int index)
    {
        var (leftOut, doses) = (new LeftOutMaker(area), new DoseScript(area));
        foreach (var births in new[] { new Month(2014, 2), new Month(2012, 3), new Month(2009, 3) })
        {
            foreach (var reason in LeftOutMaker.Reasons)
            {
                var household = leftOut.Make(index++, reason, births.First.AddDays(9), March.Last);
                maker.PlayAll(household, household.Child, _ => Shortfall.None, index, fed: true);
                foreach (var indicator in area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "immunisation"))
                {
                    doses.Play(household, household.Child, indicator, met: true, index);
                }

                if (reason is LeftOut.LivesOutside or LeftOut.PostcodeUnknown or LeftOut.TestPatient && births.Year == 2012)
                {
                    groups.Join(household, household.Child, "CG02", Year.First);
                }

                yield return household;
            }
        }
    }
}
