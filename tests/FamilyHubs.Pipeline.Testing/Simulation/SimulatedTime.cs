namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>A clock that stands still until the simulation moves it, by minutes or months. Timers go off within the move, on its thread.</summary>
public sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<SimulatedTimer> _timers = [];
    private DateTimeOffset _now = start;
    private long _orders;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; each timer that is due by then goes off once, after the move.</summary>
    public void Advance(TimeSpan by)
    {
        _now += by;
        var due = _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).ToArray();
        foreach (var timer in due)
        {
            if (timer.Due is not null)
            {
                timer.GoOff();
            }
        }
    }

    /// <summary>Moves the clock to the next timer; false when there is none.</summary>
    public bool AdvanceToNextTimer()
    {
        if (_timers.Min(timer => timer.Due) is not { } next)
        {
            return false;
        }

        Advance(next > _now ? next - _now : TimeSpan.Zero);
        return true;
    }

    internal long NextOrder() => ++_orders;

    internal void Forget(SimulatedTimer timer) => _timers.Remove(timer);
}
