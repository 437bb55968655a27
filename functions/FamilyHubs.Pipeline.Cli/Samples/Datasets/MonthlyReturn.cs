using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>A partner's monthly counts of a financial year, which swing about the year's mean and end at it.</summary>
internal static class MonthlyReturn
{
    /// <summary>They add up to nothing.</summary>
    private static readonly int[] Swings = [-12, 8, -5, 15, -9, 3, 0, -7, 11, -4, 0, 0];

    /// <param name="mean">Mean numerator, of the denominator each month.</param>
    public static IEnumerable<IndicatorRow> Of(
        string organisation, string indicator, string level, string code, FinancialYear year, int mean, int denominator) =>
        year.Months.Select((month, number) =>
            new IndicatorRow(organisation, indicator, level, code, month.ToString(), mean + Swings[number] * denominator / 1000, denominator));
}
