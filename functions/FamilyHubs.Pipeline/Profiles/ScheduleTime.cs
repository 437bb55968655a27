namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A weekday or a working day of the month, and a local time (HH:mm).</summary>
public sealed record ScheduleTime(
    string Time,
    string? Weekday = null,
    int? WorkingDay = null);
