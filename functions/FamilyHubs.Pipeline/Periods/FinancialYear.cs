using System.Globalization;

namespace FamilyHubs.Pipeline.Periods;

/// <summary>A financial year from April to March, e.g. <c>2018/19</c> (calculations.md 1).</summary>
/// <param name="StartYear">The year of its April.</param>
public readonly record struct FinancialYear(int StartYear) : IComparable<FinancialYear>
{
    /// <summary>1 April.</summary>
    public DateOnly First => new(StartYear, 4, 1);

    /// <summary>31 March.</summary>
    public DateOnly Last => new(StartYear + 1, 3, 31);

    public FinancialYear Previous => new(StartYear - 1);

    public FinancialYear Next => new(StartYear + 1);

    public IReadOnlyList<Month> Months => Month.Range(Month.Of(First), Month.Of(Last));

    /// <summary>The financial year that holds the day.</summary>
    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Reads <c>2018/19</c>.</summary>
    /// <exception cref="FormatException">The text is no financial year.</exception>
    public static FinancialYear Parse(string text) =>
        TryParse(text, out var year) ? year : throw new FormatException("A financial year is written as its two years, e.g. 2018/19.");

    public static bool TryParse(string? text, out FinancialYear year)
    {
        year = default;
        if (text is not { Length: 7 } || text[4] != '/'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || start is < 1 or > 9998 || end != (start + 1) % 100)
            return false;
        year = new FinancialYear(start);
        return true;
    }

    public int CompareTo(FinancialYear other) => StartYear.CompareTo(other.StartYear);

    public static bool operator <(FinancialYear left, FinancialYear right) => left.StartYear < right.StartYear;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.StartYear > right.StartYear;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.StartYear <= right.StartYear;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.StartYear >= right.StartYear;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear:D4}/{(StartYear + 1) % 100:D2}");
}
