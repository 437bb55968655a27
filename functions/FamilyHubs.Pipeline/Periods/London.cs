namespace FamilyHubs.Pipeline.Periods;

/// <summary>The wall clock of Europe/London, which SystmOne's times and all schedules use (calculations.md 1).</summary>
public static class London
{
    /// <summary>IANA name of the zone; the only one that a profile may give.</summary>
    public const string ZoneName = "Europe/London";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    /// <summary>What a clock on the wall shows now, without a zone.</summary>
    public static DateTime Now(TimeProvider time) => WallClock(time.GetUtcNow());

    /// <summary>The calendar day on the wall now.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(Now(time));

    /// <summary>What a clock on the wall shows at an instant, without a zone.</summary>
    public static DateTime WallClock(DateTimeOffset instant) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, Zone).DateTime, DateTimeKind.Unspecified);

    /// <summary>
    /// The instant at which the wall clock shows a time, with its offset. A time that comes twice in October is the first one, so that what is
    /// due then is not an hour late; a time that is left out in March is as far after the change as it would have been after 01:00.
    /// </summary>
    public static DateTimeOffset Instant(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (Zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, Zone.GetAmbiguousTimeOffsets(local).Max());
        if (Zone.IsInvalidTime(local))
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, Zone.BaseUtcOffset), Zone);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The instant of a day and a time on the wall.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time) => Instant(day.ToDateTime(time));

    /// <summary>The instant at which a day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => Instant(day, TimeOnly.MinValue);

    /// <summary>The midnight that ends a day: an extract shows the whole day when its <c>DateExtractTo</c> is not before it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
