using System.Globalization;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The calendar of an area's schedules.</summary>
internal static class ReportCalendars
{
    public static ReportCalendar Of(ScheduleSettings schedules) => new(
        Enum.Parse<DayOfWeek>(schedules.Weekly.Weekday ?? nameof(DayOfWeek.Monday), ignoreCase: true),
        Time(schedules.Weekly),
        schedules.Monthly.WorkingDay ?? 1,
        Time(schedules.Monthly),
        Time(schedules.Freshness));

    private static TimeOnly Time(ScheduleTime schedule) => TimeOnly.ParseExact(schedule.Time, "HH:mm", CultureInfo.InvariantCulture);
}
