using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>One run of the program: its ports lead to the stores of the world as long as it lives.</summary>
public sealed class SimulatedProcess
{
    private readonly CallScheduler _scheduler;

    public SimulatedProcess(string name, CallScheduler scheduler, FaultDice dice, InMemoryBlobs blobs, InMemoryTables tables, InMemoryMailer mailer)
    {
        (Name, _scheduler) = (name, scheduler);
        Blobs = new SimulatedBlobs(this, blobs);
        Tables = new SimulatedTables(this, tables);
        Mailer = new SimulatedMailer(this, mailer, dice);
    }

    /// <summary>Name for the trace.</summary>
    public string Name { get; }

    public bool IsAlive { get; private set; } = true;

    public IBlobs Blobs { get; }

    public ITables Tables { get; }

    public IMailer Mailer { get; }

    internal int PageSize => _scheduler.PageSize;

    internal void End() => IsAlive = false;

    internal bool IsEmptyPage() => _scheduler.IsEmptyPage();

    internal Task<T> CallAsync<T>(CallKind kind, CallName name, Func<Task<T>> call, Func<Exception>? conflict = null) =>
        _scheduler.CallAsync(this, kind, name, call, conflict);
}
