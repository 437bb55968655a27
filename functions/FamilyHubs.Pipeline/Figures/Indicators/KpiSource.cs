using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>KPIs shown among the indicators: the figures of the month at the places of the KPI rows. The months counted reach back through the year before.</summary>
internal sealed class KpiSource(MonthlyContext context) : IIndicatorSource
{
    private readonly Lazy<IReadOnlyList<KpiFigure>> _figures = new(() => KpiCalculator.Compute(context));

    public IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month) => _figures.Value
        .Where(kpi => kpi.Kpi == indicator.Source.Kpi && kpi.Period == "month")
        .Select(kpi => new IndicatorValue(kpi.Level, kpi.Code, month.ToString(), kpi.Numerator, kpi.Denominator, kpi.Percentage));

    public IEnumerable<double?> OfYear(IndicatorDefinition indicator, FinancialYear year, Month upTo, string level, string code)
    {
        var months = context.Kpis;
        var kpi = context.Profile.Kpis.Index().First(one => one.Item.Id == indicator.Source.Kpi).Index;
        if (year.Months[0] < months.First)
        {
            // Counted are two years: of an earlier one nothing is known.
            return [];
        }

        var place = months.Rows.Places.Index().First(row => row.Item.Level == level && row.Item.Code == code).Index;
        return year.Months.Where(month => month <= upTo).Select(month =>
        {
            var count = months.Sum(kpi, place, month, month);
            return Percentage.Of(count.Numerator, count.Denominator);
        });
    }
}
