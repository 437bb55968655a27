using System.Globalization;

namespace FamilyHubs.Pipeline.Periods;

/// <summary>A calendar month, e.g. <c>2019-03</c> (calculations.md 1).</summary>
public readonly record struct Month : IComparable<Month>
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public Month(int year, int number) => First = new DateOnly(year, number, 1);

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, which is the <c>asOf</c> of a monthly figure.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public int Year => First.Year;

    /// <summary>1 to 12.</summary>
    public int Number => First.Month;

    public Month Previous => AddMonths(-1);

    public Month Next => AddMonths(1);

    public FinancialYear FinancialYear => FinancialYear.Of(First);

    public Quarter Quarter => Quarter.Of(First);

    /// <summary>The months from April of the financial year to this one: the <c>ytd</c> of calculations.md 5.</summary>
    public IReadOnlyList<Month> YearToDate => Range(Of(FinancialYear.First), this);

    /// <summary>The twelve months that end with this one: the <c>rolling12</c> of calculations.md 5.</summary>
    public IReadOnlyList<Month> Rolling12 => Range(AddMonths(-11), this);

    public Month AddMonths(int months) => Of(First.AddMonths(months));

    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>The month that holds the day.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>All months from the first to the last, both included; none when the last is earlier.</summary>
    public static IReadOnlyList<Month> Range(Month first, Month last)
    {
        var months = new List<Month>();
        for (var month = first; month <= last; month = month.Next)
            months.Add(month);
        return months;
    }

    /// <summary>Reads <c>2019-03</c>.</summary>
    /// <exception cref="FormatException">The text is no month.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException("A month is written as its year and number, e.g. 2019-03.");

    public static bool TryParse(string? text, out Month month)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = read ? Of(first) : default;
        return read;
    }

    public int CompareTo(Month other) => First.CompareTo(other.First);

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
