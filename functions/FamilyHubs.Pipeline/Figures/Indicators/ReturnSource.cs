using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>
/// Partners' returns: the figures for the month, and those for the quarter and the financial year that hold it, at the places that the
/// source names. The area and every place that had a figure since the year before are shown for the month even when it is missing, unless
/// a longer period has one.
/// </summary>
internal sealed class ReturnSource(MonthlyContext context, IndicatorReturns returns, TeamCodes teams) : IIndicatorSource
{
    public IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month)
    {
        string[] periods = [month.ToString(), month.Quarter.ToString(), month.FinancialYear.ToString()];
        var recent = RecentPeriods(month);
        var rows = Rows(indicator);
        var area = context.Places.Places[0];
        var places = ReturnPlaces.InOrder(
            rows.Where(row => recent.Contains(row.Row.Period)).Select(row => row.Place).Append((area.Level, area.Code)), context.Places.Places);
        foreach (var place in places)
        {
            var any = false;
            foreach (var period in periods)
            {
                if (Find(rows, indicator, place, period) is { } row)
                {
                    any = true;
                    yield return ValueOf(indicator, row, place);
                }
            }

            if (!any)
            {
                yield return new IndicatorValue(place.Level, place.Code, periods[0], null, null, null);
            }
        }
    }

    /// <summary>The months of the year; without any the quarters, without any of these the figure of the year itself.</summary>
    public IEnumerable<double?> OfYear(IndicatorDefinition indicator, FinancialYear year, Month upTo, string level, string code)
    {
        var rows = Rows(indicator);
        double?[] Values(IEnumerable<string> periods) =>
            [.. periods.Select(period => Find(rows, indicator, (level, code), period) is { } row ? ValueOf(indicator, row, (level, code)).Value : null)];

        var months = Values(year.Months.Where(month => month <= upTo).Select(month => month.ToString()));
        var quarters = Values(Enumerable.Range(1, 4).Select(number => new Quarter(year, number)).Where(quarter => quarter.Last <= upTo.Last).Select(quarter => quarter.ToString()));
        return months.Any(value => value is not null) ? months
            : quarters.Any(value => value is not null) ? quarters
            : year.Last <= upTo.Last ? Values([year.ToString()]) : [];
    }

    private static HashSet<string> RecentPeriods(Month month)
    {
        var months = Month.Range(Month.Of(month.FinancialYear.Previous.First), month);
        return
        [
            .. months.Select(one => one.ToString()), .. months.Select(one => one.Quarter.ToString()), .. months.Select(one => one.FinancialYear.ToString()),
        ];
    }

    /// <summary>The indicator's own organisation decides where several send in the same figure, then the first by name.</summary>
    private static ReturnRow? Find(
        IReadOnlyList<(ReturnRow Row, (string Level, string Code) Place)> rows, IndicatorDefinition indicator, (string Level, string Code) place, string period) =>
        rows.Where(row => row.Place == place && row.Row.Period == period)
            .Select(row => row.Row)
            .OrderBy(row => !FieldText.Equals(row.Organisation, indicator.Organisation))
            .ThenBy(row => row.Organisation, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Counts, where both came, decide over a value that came with them.</summary>
    private static IndicatorValue ValueOf(IndicatorDefinition indicator, ReturnRow row, (string Level, string Code) place)
    {
        var value = indicator.Unit == "count" ? row.Value ?? row.Numerator
            : row is { Numerator: { } numerator, Denominator: { } denominator }
                ? denominator == 0 ? null : (indicator.Unit == "rate" ? indicator.Per ?? 1 : 100) * numerator / denominator
                : row.Value;
        return new IndicatorValue(place.Level, place.Code, row.Period, row.Numerator, row.Denominator, value);
    }

    private IReadOnlyList<(ReturnRow Row, (string Level, string Code) Place)> Rows(IndicatorDefinition indicator) =>
        [.. returns.Of(indicator.Id).Select(row => (row, ReturnPlaces.PlaceOf(row, teams)))];
}
