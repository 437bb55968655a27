using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>KPIs shown among the indicators: the figures of the month, at the places that they have.</summary>
/// <param name="kpis">The report's KPI figures.</param>
/// <param name="history">KPI figures of earlier months.</param>
internal sealed class KpiSource(IReadOnlyList<KpiFigure> kpis, IReadOnlyList<KpiMonth> history) : IIndicatorSource
{
    private readonly ILookup<(string Kpi, string Level, string Code), KpiMonth> _history =
        history.ToLookup(month => (month.Kpi, month.Level, month.Code));

    public IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month) => kpis
        .Where(kpi => kpi.Kpi == indicator.Source.Kpi && kpi.Period == "month")
        .Select(kpi => new IndicatorValue(kpi.Level, kpi.Code, month.ToString(), kpi.Numerator, kpi.Denominator, kpi.Percentage));

    public IEnumerable<double?> OfYear(IndicatorDefinition indicator, FinancialYear year, string level, string code) =>
        _history[(indicator.Source.Kpi ?? string.Empty, level, code)]
            .Where(month => month.Month.FinancialYear == year)
            .DistinctBy(month => month.Month)
            .Select(month => month.Percentage);
}
