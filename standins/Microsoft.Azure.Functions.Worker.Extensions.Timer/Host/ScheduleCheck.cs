namespace Microsoft.Azure.Functions.Worker.Host.Timers;

/// <summary>What the stored status means at the start of the host, by the real host's rules.</summary>
/// <param name="Status">The status to go on with.</param>
/// <param name="IsChanged">Whether it must be stored.</param>
/// <param name="IsPastDue">Whether an occurrence was missed.</param>
internal sealed record ScheduleCheck(ScheduleStatus Status, bool IsChanged, bool IsPastDue)
{
    /// <summary>
    /// A first start looks ahead only. A changed schedule that is overdue is counted from now, so that the missed occurrence is dropped.
    /// Otherwise a next occurrence in the past is past due, once however many were missed.
    /// </summary>
    internal static ScheduleCheck AtStart(ScheduleStatus? stored, TimerSchedule schedule, DateTime now)
    {
        if (stored is null)
            return new ScheduleCheck(new ScheduleStatus { Next = schedule.Next(now), LastUpdated = now }, IsChanged: true, IsPastDue: false);

        var counted = stored.Last != default ? stored.Last : stored.LastUpdated != default ? stored.LastUpdated : now;
        var expected = schedule.Next(counted);
        if (stored.Next == expected)
            return new ScheduleCheck(stored, IsChanged: false, now > expected);

        return now > expected
            ? new ScheduleCheck(new ScheduleStatus { Next = schedule.Next(now), LastUpdated = now }, IsChanged: true, IsPastDue: false)
            : new ScheduleCheck(new ScheduleStatus { Next = expected, LastUpdated = counted }, IsChanged: true, IsPastDue: false);
    }

    /// <summary>The status after a run. A run that the clock started early counts as at its time, or it would run twice.</summary>
    internal static ScheduleStatus AfterRun(ScheduleStatus before, TimerSchedule schedule, DateTime invoked, bool isScheduled)
    {
        var counted = isScheduled && before.Next > invoked ? before.Next : invoked;
        return new ScheduleStatus { Last = counted, Next = schedule.Next(counted), LastUpdated = counted };
    }
}
