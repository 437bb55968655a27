using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>The KPI rows of a monthly report (calculations.md 5 and 6).</summary>
public static class KpiCalculator
{
    /// <summary>
    /// For each KPI, place and period one row; teams only where there is a denominator in one of the periods. A row without denominator has no
    /// percentage.
    /// </summary>
    public static IReadOnlyList<KpiFigure> Compute(MonthlyContext context)
    {
        var months = context.Kpis;
        (string Name, Month First)[] periods =
        [
            ("month", context.Month),
            ("ytd", context.Month.YearToDate[0]),
            ("rolling12", context.Month.Rolling12[0]),
        ];
        List<KpiFigure> figures = [];
        for (var kpi = 0; kpi < context.Profile.Kpis.Count; kpi++)
        {
            for (var place = 0; place < months.Rows.Places.Count; place++)
            {
                KpiFigure[] rows =
                [
                    .. periods.Select(period => FigureOf(
                        context.Profile,
                        context.Profile.Kpis[kpi],
                        months.Rows.Places[place],
                        period.Name,
                        months.Sum(kpi, place, period.First, context.Month))),
                ];
                if (months.Rows.Places[place].Level != Levels.Team || rows.Any(row => row.Denominator > 0))
                {
                    figures.AddRange(rows);
                }
            }
        }

        return figures;
    }

    private static KpiFigure FigureOf(Profile profile, KpiDefinition kpi, Place place, string period, KpiCount count)
    {
        var interval = Wilson.Interval(count.Numerator, count.Denominator, profile.Confidence.Z);
        var difference = TargetDifference.Of(count.Numerator, count.Denominator, kpi.Target, kpi.Polarity == "lower");
        return new KpiFigure(
            kpi.Id,
            place.Level,
            place.Code,
            place.Name,
            period,
            count.Numerator,
            count.Denominator,
            Percentage.Of(count.Numerator, count.Denominator),
            interval?.Lower,
            interval?.Upper,
            kpi.Target,
            Rag.Of(difference, profile.Rag.AmberBand),
            Mark.Of(difference, profile.Marks.Band),
            count.NearMiss);
    }
}
