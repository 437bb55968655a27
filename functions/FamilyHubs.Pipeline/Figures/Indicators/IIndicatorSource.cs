using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>Where the values of indicators come from (calculations.md 12).</summary>
internal interface IIndicatorSource
{
    /// <summary>The values shown in the report of a month, in the order of its places.</summary>
    IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month);

    /// <summary>The values of a financial year at a place whose plain mean is the year's (AE17-15); a missing month is null or left out.</summary>
    /// <param name="upTo">Month of the report: later months are not used.</param>
    IEnumerable<double?> OfYear(IndicatorDefinition indicator, FinancialYear year, Month upTo, string level, string code);
}
