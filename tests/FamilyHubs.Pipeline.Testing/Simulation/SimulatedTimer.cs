namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>A timer of <see cref="SimulatedTime"/>.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>When it goes off; null for never.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <summary>Of timers that are due together, the one that was set first goes off first.</summary>
    public long Order { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Set(dueTime);
        return true;
    }

    /// <summary>Goes off once, however many periods have passed: a machine that stood still does not make up for ticks.</summary>
    public void GoOff()
    {
        Set(_period);
        callback(state);
    }

    public void Dispose()
    {
        Due = null;
        time.Forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Set(TimeSpan after)
    {
        Due = after == Timeout.InfiniteTimeSpan || after < TimeSpan.Zero ? null : time.GetUtcNow() + after;
        Order = time.NextOrder();
    }
}
