namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>Times of day at which a service works and types, Europe/London wall clock.</summary>
internal static class Moments
{
    /// <summary>A time of a working day: a Saturday or Sunday becomes the Friday before, so that no window is left by it.</summary>
    public static DateTime OfWork(Prng random, DateOnly day)
    {
        var back = day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        return day.AddDays(-back).ToDateTime(new TimeOnly(random.Between(9, 16), random.Below(12) * 5));
    }

    /// <summary>When it was typed in: mostly the same day, some days later now and then.</summary>
    public static DateTime Recorded(Prng random, DateTime when)
    {
        var minutes = random.Between(5, 150);
        var days = random.Unit() switch { < 0.85 => 0, < 0.97 => random.Between(1, 3), _ => random.Between(4, 12) };
        return when.AddDays(days).AddMinutes(minutes).AddSeconds(random.Below(60));
    }

    /// <summary>First days of the months from one day's to another's.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    public static DateTime AtMidnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    public static DateOnly Day(this DateTime when) => DateOnly.FromDateTime(when);
}
