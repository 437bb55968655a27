using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>A source that can be computed for any month; each is computed once.</summary>
internal abstract class MonthSource : IIndicatorSource
{
    private readonly Dictionary<(string Indicator, Month Month), Dictionary<(string Level, string Code), IndicatorValue>> _months = [];

    public abstract IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month);

    public IEnumerable<double?> OfYear(IndicatorDefinition indicator, FinancialYear year, Month upTo, string level, string code) =>
        year.Months.Where(month => month <= upTo).Select(month => In(indicator, month).GetValueOrDefault((level, code))?.Value);

    private Dictionary<(string Level, string Code), IndicatorValue> In(IndicatorDefinition indicator, Month month)
    {
        if (!_months.TryGetValue((indicator.Id, month), out var values))
        {
            _months[(indicator.Id, month)] = values = Of(indicator, month).ToDictionary(value => (value.Level, value.Code));
        }

        return values;
    }
}
