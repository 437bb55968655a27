namespace FamilyHubs.Pipeline.Periods;

/// <summary>
/// The bank holidays of England and Wales, computed for any year from 1978 (Banking and Financial Dealings Act 1971 and the yearly
/// proclamations; gov.uk/bank-holidays). A fixed holiday that falls on a weekend has a substitute on the next weekday that is no holiday.
/// </summary>
public static class BankHolidays
{
    /// <summary>Days proclaimed for one year only.</summary>
    private static readonly DateOnly[] Extra =
    [
        new(1981, 7, 29), // Royal wedding
        new(1999, 12, 31), // Millennium
        new(2002, 6, 3), // Golden Jubilee
        new(2011, 4, 29), // Royal wedding
        new(2012, 6, 5), // Diamond Jubilee
        new(2022, 6, 3), // Platinum Jubilee
        new(2022, 9, 19), // State funeral of Queen Elizabeth II
        new(2023, 5, 8), // Coronation of King Charles III
    ];

    /// <summary>The holidays of a year in order.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        var days = new SortedSet<DateOnly>
        {
            Substitute(new DateOnly(year, 1, 1)),
            easter.AddDays(-2),
            easter.AddDays(1),
            EarlyMay(year),
            Spring(year),
            LastMonday(year, 8),
        };
        foreach (var day in Christmas(year).Concat(Extra.Where(day => day.Year == year)))
            days.Add(day);
        return [.. days];
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    private static DateOnly Substitute(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>Christmas Day and Boxing Day; the substitutes never fall on the other's holiday.</summary>
    private static DateOnly[] Christmas(int year)
    {
        var christmas = new DateOnly(year, 12, 25);
        var boxing = christmas.AddDays(1);
        return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [christmas, boxing.AddDays(2)],
            DayOfWeek.Saturday => [christmas.AddDays(2), boxing.AddDays(2)],
            DayOfWeek.Sunday => [boxing, christmas.AddDays(2)],
            _ => [christmas, boxing],
        };
    }

    /// <summary>The first Monday of May; moved to 8 May for the anniversaries of VE Day.</summary>
    private static DateOnly EarlyMay(int year) => year is 1995 or 2020 ? new DateOnly(year, 5, 8) : FirstMonday(year, 5);

    /// <summary>The last Monday of May; moved to June for the jubilees.</summary>
    private static DateOnly Spring(int year) => year switch
    {
        2002 or 2012 => new DateOnly(year, 6, 4),
        2022 => new DateOnly(year, 6, 2),
        _ => LastMonday(year, 5),
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((8 - (int)first.DayOfWeek) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
    }
}
