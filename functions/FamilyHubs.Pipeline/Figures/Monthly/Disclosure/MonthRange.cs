using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>The months that a figure counts, both included: two figures of the same months are the same figure, whatever their periods are called.</summary>
internal readonly record struct MonthRange(Month First, Month Last)
{
    public static MonthRange Of(Month month) => new(month, month);

    /// <summary>The months of a KPI's period.</summary>
    public static MonthRange OfPeriod(string period, Month month) => period switch
    {
        "ytd" => new(month.YearToDate[0], month),
        "rolling12" => new(month.Rolling12[0], month),
        _ => Of(month),
    };

    /// <summary>The months that an indicator's period names: a month, a quarter or a financial year; null for another text.</summary>
    public static MonthRange? Parse(string period)
    {
        if (Month.TryParse(period, out var month))
        {
            return Of(month);
        }

        if (Quarter.TryParse(period, out var quarter))
        {
            return new MonthRange(quarter.Months[0], quarter.Months[^1]);
        }

        return FinancialYear.TryParse(period, out var year) ? new MonthRange(year.Months[0], year.Months[^1]) : null;
    }
}
