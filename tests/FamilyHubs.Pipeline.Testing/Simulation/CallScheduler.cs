using FamilyHubs.Pipeline.Testing.Faults;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>
/// Lets processes work side by side on one thread: each runs until it calls a port, and the seed says whose call is done next. No synchronization
/// context and no task scheduler: an answer continues what waits for it at once, with and without <c>ConfigureAwait(false)</c>. A call from another
/// thread would make the order a matter of chance, and is reported as a fault of the engine.
/// </summary>
public sealed class CallScheduler(Random random, SimulatedTime time, FaultDice dice, CallTrace trace)
{
    private const int LongestStall = 40;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<PendingCall> _pending = [];
    private SimulatedProcess? _running;
    private SimulatedProcess? _stalled;
    private int _stall;

    /// <summary>False: calls are done in the order in which they are made.</summary>
    public bool Interleaves { get; set; }

    /// <summary>Chance that another process than the last gets the next turn.</summary>
    public double SwitchRate { get; set; } = 0.5;

    /// <summary>Chance, at each call, that a process stands still for a while, as a machine that is paused.</summary>
    public double StallRate { get; set; }

    /// <summary>What happened on another thread; null when nothing did.</summary>
    public string? Escape { get; private set; }

    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Blobs of a page of a listing, and rows of a page of a query.</summary>
    public int PageSize { get; set; } = int.MaxValue;

    /// <summary>True when a page of a listing or query is to be empty and yet not the last.</summary>
    internal bool IsEmptyPage() => Interleaves && random.Next(16) == 0;

    internal Task<T> CallAsync<T>(SimulatedProcess process, CallKind kind, CallName name, Func<Task<T>> call, Func<Exception>? conflict)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Escape ??= $"{name} was called on another thread than the simulation's:\n{Environment.StackTrace}";
            throw new InvalidOperationException("A call came from outside the simulation.");
        }

        if (!process.IsAlive)
        {
            return Task.FromException<T>(new ProcessEndedException());
        }

        var pending = new PendingCall<T>(process, () => Perform(process, kind, name, call, conflict));
        if (Interleaves)
        {
            _pending.Add(pending);
        }
        else
        {
            pending.Perform();
        }

        return pending.Answer;
    }

    /// <summary>Does one call of a process that waits; false when none waits.</summary>
    public bool Step()
    {
        if (_pending.Count == 0)
        {
            return false;
        }

        var next = Choose();
        _pending.Remove(next);
        _running = next.Process;
        next.Perform();
        return true;
    }

    /// <summary>Goes on until the work is done, or has failed.</summary>
    /// <exception cref="InvalidOperationException">The work waits for something outside the simulation.</exception>
    public void Run(Task work)
    {
        while (!work.IsCompleted)
        {
            if (!Step() && !time.AdvanceToNextTimer())
            {
                throw new InvalidOperationException(
                    Escape ?? "Work waits for something that is neither a call nor a timer: it has left the thread of the simulation (Task.Run, a semaphore that was taken, file access).");
            }
        }
    }

    private PendingCall Choose()
    {
        if (_stall-- <= 0)
        {
            _stalled = null;
        }

        if (random.NextDouble() < StallRate)
        {
            _stalled = _pending[random.Next(_pending.Count)].Process;
            _stall = random.Next(LongestStall);
        }

        List<PendingCall> free = _stalled is null ? _pending : [.. _pending.Where(call => call.Process != _stalled)];
        free = free.Count == 0 ? _pending : free;
        if (free.Count > 1 && random.NextDouble() >= SwitchRate && free.FindAll(call => call.Process == _running) is { Count: > 0 } same)
        {
            free = same;
        }

        return free[free.Count == 1 ? 0 : random.Next(free.Count)];
    }

    private T Perform<T>(SimulatedProcess process, CallKind kind, CallName name, Func<Task<T>> call, Func<Exception>? conflict)
    {
        Calls++;
        var fault = dice.Next(kind);
        trace.Add(time, process, name, fault);
        if (fault is FaultKind.CrashBefore)
        {
            End(process);
            throw new ProcessEndedException();
        }

        if (fault is FaultKind.Failed)
        {
            throw new InjectedFaultException("503: the store is busy.");
        }

        var task = call();
        var result = task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException($"{name} of the store itself waits for something.");
        switch (fault)
        {
            case FaultKind.CrashAfter:
                End(process);
                throw new ProcessEndedException();
            case FaultKind.LostAnswer:
                throw new InjectedFaultException("The answer was lost.");
            case FaultKind.ConflictWithItself when conflict is not null:
                throw conflict();
            default:
                return result;
        }
    }

    private void End(SimulatedProcess process)
    {
        process.End();
        PendingCall[] abandoned = [.. _pending.Where(call => call.Process == process)];
        _pending.RemoveAll(call => call.Process == process);
        foreach (var call in abandoned)
        {
            call.Abandon();
        }
    }
}
