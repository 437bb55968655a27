namespace FamilyHubs.Pipeline.Periods;

/// <summary>Ages and birthdays. Adding months or years clamps to the end of the month: 29 February + 1 year = 28 February (calculations.md 1).</summary>
public static class Age
{
    /// <summary>The day so many months after (or before) the day.</summary>
    public static DateOnly AddMonths(DateOnly day, int months) => day.AddMonths(months);

    /// <summary>The day so many years after (or before) the day.</summary>
    public static DateOnly AddYears(DateOnly day, int years) => day.AddYears(years);

    /// <summary>Completed months: the largest n with <paramref name="birth"/> + n months &lt;= <paramref name="at"/>; negative before the birth.</summary>
    public static int InMonths(DateOnly birth, DateOnly at)
    {
        var months = ((at.Year - birth.Year) * 12) + at.Month - birth.Month;
        // The difference of the calendar months is right, or one too many while the day of the month is still to come.
        return birth.AddMonths(months) <= at ? months : months - 1;
    }

    /// <summary>Completed years: the largest n with <paramref name="birth"/> + n years &lt;= <paramref name="at"/>; negative before the birth.</summary>
    public static int InYears(DateOnly birth, DateOnly at)
    {
        var years = at.Year - birth.Year;
        return birth.AddYears(years) <= at ? years : years - 1;
    }

    /// <summary>Days since the birth; the day of birth is day 0.</summary>
    public static int InDays(DateOnly birth, DateOnly at) => at.DayNumber - birth.DayNumber;

    /// <summary>Under so many years at the day: <paramref name="at"/> &lt; <paramref name="birth"/> + years.</summary>
    public static bool IsUnder(int years, DateOnly birth, DateOnly at) => at < birth.AddYears(years);
}
