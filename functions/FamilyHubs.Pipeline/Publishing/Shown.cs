using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>How figures are printed: thousands with a comma, percentages with one decimal half away from zero (calculations.md 5), UK dates.</summary>
internal static class Shown
{
    /// <summary>A figure that disclosure control suppressed (calculations.md 9).</summary>
    public const string Suppressed = "*";

    /// <summary>No figure, because there is nothing to divide by, or no rank.</summary>
    public const string None = "–";

    public static string Count(long? count) => count is { } value ? value.ToString("#,##0", CultureInfo.InvariantCulture) : Suppressed;

    /// <summary>A change, with a word besides the sign: <c>up 12</c>, <c>down 3</c>, <c>no change</c>.</summary>
    public static string Change(int? difference) => difference switch
    {
        null => Suppressed,
        > 0 => $"up {Count(difference)}",
        < 0 => $"down {Count(-difference)}",
        _ => "no change",
    };

    /// <summary>The same with an arrow in front, for tables.</summary>
    public static string Arrow(int? difference) => difference switch
    {
        > 0 => $"▲ {Change(difference)}",
        < 0 => $"▼ {Change(difference)}",
        _ => Change(difference),
    };

    /// <summary>numerator / denominator in per cent: a dash for denominator 0, a star when either is suppressed.</summary>
    public static string Percentage(int? numerator, int? denominator) => (numerator, denominator) switch
    {
        (_, 0) => None,
        (null, _) or (_, null) => Suppressed,
        _ => $"{Math.Round(100m * numerator.Value / denominator.Value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)}%",
    };

    /// <summary>A per cent figure with one decimal, half away from zero: a star when suppressed, a dash without denominator.</summary>
    public static string Percent(double? percentage, bool suppressed = false) => percentage is { } value
        ? $"{Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)}%"
        : suppressed ? Suppressed : None;

    /// <summary>A number with one decimal where it has one.</summary>
    public static string Number(double? number, bool suppressed = false) => number is { } value
        ? Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero).ToString("#,##0.#", CultureInfo.InvariantCulture)
        : suppressed ? Suppressed : None;

    /// <summary>A ratio or staffing figure with two decimals where it has them.</summary>
    public static string Ratio(double? ratio, bool suppressed = false) => ratio is { } value
        ? Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero).ToString("#,##0.##", CultureInfo.InvariantCulture)
        : suppressed ? Suppressed : None;

    /// <summary>A difference in points or counts, with its sign.</summary>
    public static string Difference(double? difference, bool suppressed = false) => difference switch
    {
        null => suppressed ? Suppressed : None,
        > 0 => $"+{Number(difference)}",
        < 0 => $"−{Number(-difference)}",
        _ => "0",
    };

    /// <summary>A month, e.g. <c>March 2019</c>.</summary>
    public static string Month(Periods.Month month) => month.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortMonth(Periods.Month month) => month.First.ToString("MMM yy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day whose year is known from beside it, e.g. <c>31 March</c>.</summary>
    public static string LongDay(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>A small number as a word, as in "three or more".</summary>
    public static string Word(int number) => number switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        _ => Count(number),
    };

    /// <summary><c>1st</c>, <c>22nd</c>, <c>13th</c>.</summary>
    public static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
