using System.Globalization;

namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Percentages: unrounded in the data, one decimal half away from zero on a page (calculations.md 5).</summary>
public static class Percentage
{
    /// <summary>What is shown in place of a percentage of nothing.</summary>
    public const string Dash = "–";

    /// <summary>numerator / denominator x 100; null when the denominator is 0, never 0 % or 100 %.</summary>
    public static double? Of(long numerator, long denominator) => denominator == 0 ? null : 100.0 * numerator / denominator;

    /// <summary>One decimal, half away from zero; the value's decimal digits decide, not its binary ones.</summary>
    public static decimal Round(double percentage) => decimal.Round((decimal)percentage, 1, MidpointRounding.AwayFromZero);

    /// <summary>E.g. <c>95.4</c>; a dash for none.</summary>
    public static string Show(double? percentage) =>
        percentage is { } value ? Round(value).ToString("0.0", CultureInfo.InvariantCulture) : Dash;
}
