namespace FamilyHubs.Pipeline.People;

/// <summary>Days of SystmOne's times. Times of day do not matter at a reference day (calculations.md 1).</summary>
internal static class Days
{
    /// <summary>The day something ends; an empty end is the last day there is, which is never reached.</summary>
    public static DateOnly DayOrNever(this DateTime? time) => time is { } t ? DateOnly.FromDateTime(t) : DateOnly.MaxValue;

    /// <summary>The day something starts; an empty start is the first day there is: it holds from always.</summary>
    public static DateOnly DayOrAlways(this DateTime? time) => time is { } t ? DateOnly.FromDateTime(t) : DateOnly.MinValue;
}
