namespace FamilyHubs.Pipeline.Tests.Infrastructure.Hooks;

/// <summary>A clock whose every wait is over at once; it stands at a day in March 2026.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
