using System.Globalization;

namespace FamilyHubs.Pipeline.Periods;

/// <summary>A week from Monday to Sunday, named by ISO 8601, e.g. <c>2019-W13</c> (calculations.md 1).</summary>
public readonly record struct IsoWeek : IComparable<IsoWeek>
{
    /// <summary>Week <paramref name="number"/> of the ISO year <paramref name="year"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such week.</exception>
    public IsoWeek(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ISOWeek.GetWeeksInYear(year));
        Year = year;
        Number = number;
    }

    /// <summary>The ISO year, which differs from the calendar year around New Year.</summary>
    public int Year { get; }

    /// <summary>1 to 52 or 53.</summary>
    public int Number { get; }

    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>The last day, which is the <c>asOf</c> of a weekly report.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    public IsoWeek Previous => AddWeeks(-1);

    public IsoWeek Next => AddWeeks(1);

    public IsoWeek AddWeeks(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>The week that holds the day.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>Reads <c>2019-W13</c>.</summary>
    /// <exception cref="FormatException">The text is no ISO week.</exception>
    public static IsoWeek Parse(string text) =>
        TryParse(text, out var week) ? week : throw new FormatException("A week is written as its ISO year and number, e.g. 2019-W13.");

    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || !text.AsSpan(4, 2).SequenceEqual("-W")
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            return false;
        week = new IsoWeek(year, number);
        return true;
    }

    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Number:D2}");
}
