using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>The control chart of a KPI at a place over the months counted (calculations.md 8).</summary>
/// <param name="Level">Level of the place.</param>
/// <param name="Name">Null for a team whose name has not arrived.</param>
public sealed record KpiTrend(string Kpi, string Level, string Code, string? Name, XmRChart Chart)
{
    /// <summary>The charts of all places of which some month has a denominator, in the order of the report. A month without one has no point.</summary>
    public static IReadOnlyList<KpiTrend> Of(MonthlyContext context)
    {
        var months = context.Kpis;
        List<KpiTrend> trends = [];
        for (var kpi = 0; kpi < context.Profile.Kpis.Count; kpi++)
        {
            for (var place = 0; place < months.Rows.Places.Count; place++)
            {
                var chart = ChartOf(context.Profile.Kpis[kpi], kpi, place, months, context.Profile.Spc);
                if (chart.Points.Count > 0)
                {
                    var row = months.Rows.Places[place];
                    trends.Add(new KpiTrend(context.Profile.Kpis[kpi].Id, row.Level, row.Code, row.Name, chart));
                }
            }
        }

        return trends;
    }

    private static XmRChart ChartOf(KpiDefinition definition, int kpi, int place, KpiMonths months, SpcSettings settings)
    {
        List<(DateOnly Day, double? Value)> values = [];
        for (var month = months.First; month <= months.Last; month = month.Next)
        {
            var count = months.Sum(kpi, place, month, month);
            values.Add((month.First, Percentage.Of(count.Numerator, count.Denominator)));
        }

        return XmRChart.Of(
            values, $"kpi:{definition.Id}", definition.Target, definition.Polarity == "lower" ? Polarity.Lower : Polarity.Higher, settings);
    }
}
