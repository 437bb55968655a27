using FamilyHubs.Pipeline.Figures.Monthly;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>The monthly counts behind the trends of a report (calculations.md 8).</summary>
public static class KpiHistory
{
    /// <summary>Every KPI, place and month that has a denominator, in the order of the report, oldest month first.</summary>
    public static IReadOnlyList<KpiMonthCount> Of(MonthlyContext context)
    {
        var months = context.Kpis;
        List<KpiMonthCount> counts = [];
        for (var kpi = 0; kpi < context.Profile.Kpis.Count; kpi++)
        {
            for (var place = 0; place < months.Rows.Places.Count; place++)
            {
                var row = months.Rows.Places[place];
                for (var month = months.First; month <= months.Last; month = month.Next)
                {
                    if (months.Sum(kpi, place, month, month) is { Denominator: > 0 } count)
                    {
                        counts.Add(new KpiMonthCount(context.Profile.Kpis[kpi].Id, row.Level, row.Code, month.ToString(), count.Numerator, count.Denominator));
                    }
                }
            }
        }

        return counts;
    }
}
