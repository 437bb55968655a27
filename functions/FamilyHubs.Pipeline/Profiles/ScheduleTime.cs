namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A weekday or a working day of the month, and a local time (HH:mm).</summary>
/// <param name="LookBack">Months before the one that is due which are computed anew with it, since late data may have changed them.</param>
public sealed record ScheduleTime(
    string Time,
    string? Weekday = null,
    int? WorkingDay = null,
    int LookBack = 11);
