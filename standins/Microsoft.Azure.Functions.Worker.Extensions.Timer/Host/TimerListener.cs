using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Host.Timers;

/// <summary>Runs one function by its schedule, never twice at the same time.</summary>
internal sealed partial class TimerListener : TriggerListener
{
    // The longest wait of a .NET timer is 49 days; a shorter step also follows a clock that was set.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FunctionInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly ILogger<TimerListener> _logger;
    private readonly TimerTriggerAttribute _trigger;
    private readonly TimerSchedule _schedule;
    private readonly ScheduleStore? _store;
    private readonly CancellationToken _stopping;
    private ScheduleStatus _status = new();
    private Task _loop = Task.CompletedTask;

    public TimerListener(
        FunctionDescriptor function, AppSettings settings, Storage.HostStorage storage, HostIdentity identity, FunctionInvoker invoker,
        HostClock clock, IHostApplicationLifetime lifetime, ILogger<TimerListener> logger)
        : base(function)
    {
        function.CheckParameters([typeof(TimerInfo)], [], []);
        _invoker = invoker;
        _time = clock.Time;
        _logger = logger;
        _stopping = lifetime.ApplicationStopping;
        _trigger = (TimerTriggerAttribute)function.Trigger;
        _schedule = TimerSchedule.Parse(settings.Resolve(_trigger.Schedule, function.Name), function.Name);
        _store = _trigger.UseMonitor && !_schedule.IsTooFrequentToMonitor(Now) ? new ScheduleStore(storage, identity) : null;
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    internal override async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var stored = _store is null ? null : await _store.ReadAsync(Function.Id, cancellationToken);
        var check = ScheduleCheck.AtStart(stored, _schedule, now);
        _status = check.Status;
        if (check.IsChanged && _store is not null)
            await _store.WriteAsync(Function.Id, _status, cancellationToken);
        LogNext(Function.Name, _status.Next);
        _loop = Task.Run(() => LoopAsync(check.IsPastDue, _stopping), CancellationToken.None);
    }

    internal override Task StopAsync() => _loop;

    internal override TriggerInput CreateInput(string? input) =>
        new TimerInput(new TimerInfo { ScheduleStatus = Shown() }, "This function was programmatically called via the host APIs.");

    private async Task LoopAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        try
        {
            if (isPastDue || _trigger.RunOnStartup)
                await RunAsync(isPastDue, isScheduled: false, cancellationToken);
            while (true)
            {
                var wait = _status.Next - Now;
                if (wait <= TimeSpan.Zero)
                    await RunAsync(isPastDue: false, isScheduled: true, cancellationToken);
                else
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RunAsync(bool isPastDue, bool isScheduled, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var invoked = Now;
        var reason = isPastDue ? "Timer fired, past due" : isScheduled ? "Timer fired" : "Timer fired at the start of the host";
        try
        {
            await _invoker.InvokeAsync(Function, new TimerInput(new TimerInfo { ScheduleStatus = Shown(), IsPastDue = isPastDue }, reason), cancellationToken);
        }
        catch (Exception)
        {
            // Logged by the invoker. A failure never stops the schedule, and the occurrence counts as done: the real host's rule.
        }
        _status = ScheduleCheck.AfterRun(_status, _schedule, invoked, isScheduled);
        await StoreAsync();
    }

    private async Task StoreAsync()
    {
        if (_store is null)
            return;
        try
        {
            // Also when the host stops: the run has been.
            await _store.WriteAsync(Function.Id, _status, CancellationToken.None);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or HostStartException)
        {
            LogNotStored(e, Function.Name);
        }
    }

    private ScheduleStatus? Shown() =>
        _store is null ? null : new ScheduleStatus { Last = _status.Last, Next = _status.Next, LastUpdated = _status.LastUpdated };

    [LoggerMessage(Level = LogLevel.Information, EventName = "TimerNext", Message = "The next occurrence of '{Function}' is {Next:yyyy-MM-dd'T'HH:mm:ss'Z'}")]
    private partial void LogNext(string function, DateTime next);

    [LoggerMessage(Level = LogLevel.Error, EventName = "TimerStatusNotStored", Message = "The schedule status of '{Function}' could not be stored; after a restart it may run again")]
    private partial void LogNotStored(Exception exception, string function);
}
