using System.Globalization;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>When reports are due, in the area's time zone.</summary>
public sealed record ScheduleSettings(
    ScheduleTime Weekly,
    ScheduleTime Monthly,
    ScheduleTime Freshness)
{
    /// <summary>The calendar of the reports that are due.</summary>
    /// <exception cref="InvalidOperationException">A schedule that no checked profile has: without weekday or working day.</exception>
    public ReportCalendar ToCalendar() => new(
        Enum.Parse<DayOfWeek>(Weekly.Weekday ?? throw new InvalidOperationException("The weekly schedule has no weekday.")),
        TimeOf(Weekly),
        Monthly.WorkingDay ?? throw new InvalidOperationException("The monthly schedule has no working day."),
        TimeOf(Monthly),
        TimeOf(Freshness));

    private static TimeOnly TimeOf(ScheduleTime schedule) => TimeOnly.ParseExact(schedule.Time, "HH:mm", CultureInfo.InvariantCulture);
}
