using System.Globalization;

namespace FamilyHubs.Pipeline.Periods;

/// <summary>A quarter of a financial year, e.g. <c>2018/19 Q4</c> = January to March 2019; Q1 is April to June (calculations.md 1).</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 4.</exception>
    public Quarter(FinancialYear year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        Year = year;
        Number = number;
    }

    public FinancialYear Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    public DateOnly First => Year.First.AddMonths(3 * (Number - 1));

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public Quarter Previous => Of(First.AddDays(-1));

    public Quarter Next => Of(Last.AddDays(1));

    public IReadOnlyList<Month> Months => Month.Range(Month.Of(First), Month.Of(Last));

    /// <summary>The quarter that holds the day.</summary>
    public static Quarter Of(DateOnly day) => new(FinancialYear.Of(day), ((day.Month + 8) % 12 / 3) + 1);

    /// <summary>Reads <c>2018/19 Q4</c>.</summary>
    /// <exception cref="FormatException">The text is no quarter.</exception>
    public static Quarter Parse(string text) => TryParse(text, out var quarter)
        ? quarter
        : throw new FormatException("A quarter is written as its financial year and number, e.g. 2018/19 Q4.");

    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 10 } || text[7] != ' ' || text[8] != 'Q' || text[9] is < '1' or > '4'
            || !FinancialYear.TryParse(text[..7], out var year))
            return false;
        quarter = new Quarter(year, text[9] - '0');
        return true;
    }

    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year} Q{Number}");
}
