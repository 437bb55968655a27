namespace FamilyHubs.Pipeline.Profiles;

/// <summary>When reports are due, in the area's time zone.</summary>
public sealed record ScheduleSettings(
    ScheduleTime Weekly,
    ScheduleTime Monthly,
    ScheduleTime Freshness);
