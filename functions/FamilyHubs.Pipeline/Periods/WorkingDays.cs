using System.Collections.Concurrent;

namespace FamilyHubs.Pipeline.Periods;

/// <summary>Working days of England: Monday to Friday without bank holidays.</summary>
public static class WorkingDays
{
    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Holidays = new();

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.GetOrAdd(day.Year, year => [.. BankHolidays.Of(year)]).Contains(day);

    /// <summary>The n-th working day of a month, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month has fewer.</exception>
    public static DateOnly OfMonth(Month month, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var left = number;
        for (var day = month.First; day <= month.Last; day = day.AddDays(1))
            if (IsWorkingDay(day) && --left == 0)
                return day;
        throw new ArgumentOutOfRangeException(nameof(number), number, $"{month} has no such working day.");
    }

    /// <summary>The day that is so many working days after a day; 0 is the day itself.</summary>
    public static DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>Working days after one day up to another, which counts; negative when the other is earlier.</summary>
    public static int Between(DateOnly after, DateOnly upTo)
    {
        if (upTo < after)
            return -Between(upTo, after);
        var days = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            if (IsWorkingDay(day))
                days++;
        return days;
    }
}
