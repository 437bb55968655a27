namespace FamilyHubs.Pipeline.Periods;

/// <summary>
/// When the reports of an area are due, by the wall clock of London. A timer only asks; what is due is this calendar less what the ledger has
/// (architecture.md 3.3), so that a run missed for months is made up and none is made twice.
/// </summary>
/// <param name="weekday">Day on which a weekly report is due, the first such after its Sunday.</param>
/// <param name="weeklyTime">Time of that day.</param>
/// <param name="workingDay">Working day of the month, from 1, on which the figures of the month before are due.</param>
/// <param name="monthlyTime">Time of that day.</param>
/// <param name="freshnessTime">Time of the daily freshness check.</param>
public sealed class ReportCalendar(DayOfWeek weekday, TimeOnly weeklyTime, int workingDay, TimeOnly monthlyTime, TimeOnly freshnessTime)
{
    /// <summary>The instant from which the report of a week is due: the weekday of the schedule that follows its Sunday.</summary>
    public DateTimeOffset DueAt(IsoWeek week) => London.Instant(week.Sunday.AddDays(weekday is DayOfWeek.Sunday ? 7 : (int)weekday), weeklyTime);

    /// <summary>The instant from which the figures of a month are due: the working day of the schedule in the month that follows.</summary>
    public DateTimeOffset DueAt(Month month) => London.Instant(WorkingDays.OfMonth(month.Next, workingDay), monthlyTime);

    /// <summary>The instant from which the freshness check of a day is due.</summary>
    public DateTimeOffset FreshnessDueAt(DateOnly day) => London.Instant(day, freshnessTime);

    /// <summary>Every week from the first on whose report is due at an instant, oldest first.</summary>
    public IReadOnlyList<IsoWeek> DueWeeks(IsoWeek first, DateTimeOffset at)
    {
        var due = new List<IsoWeek>();
        for (var week = first; DueAt(week) <= at; week = week.Next)
            due.Add(week);
        return due;
    }

    /// <summary>Every month from the first on whose figures are due at an instant, oldest first.</summary>
    public IReadOnlyList<Month> DueMonths(Month first, DateTimeOffset at)
    {
        var due = new List<Month>();
        for (var month = first; DueAt(month) <= at; month = month.Next)
            due.Add(month);
        return due;
    }

    /// <summary>The newest week whose report is due at an instant.</summary>
    public IsoWeek LatestDueWeek(DateTimeOffset at)
    {
        var week = IsoWeek.Of(DateOnly.FromDateTime(London.WallClock(at)));
        while (DueAt(week) > at)
            week = week.Previous;
        return week;
    }

    /// <summary>The newest month whose figures are due at an instant.</summary>
    public Month LatestDueMonth(DateTimeOffset at)
    {
        var month = Month.Of(DateOnly.FromDateTime(London.WallClock(at)));
        while (DueAt(month) > at)
            month = month.Previous;
        return month;
    }

    /// <summary>The newest day whose freshness check is due at an instant.</summary>
    public DateOnly LatestFreshnessDay(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(London.WallClock(at));
        return FreshnessDueAt(day) <= at ? day : day.AddDays(-1);
    }
}
