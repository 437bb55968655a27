namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>Counts the calls of the ports of one process and lets one of them go wrong. Safe for several threads.</summary>
/// <param name="at">Number of the call, from 1; 0 for none.</param>
/// <param name="kind">How it goes wrong.</param>
public sealed class FaultPlan(int at = 0, FaultKind kind = FaultKind.Failed)
{
    private readonly List<int> _conditional = [];
    private int _calls;
    private volatile bool _crashed;

    /// <summary>Calls so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Numbers of the calls that were conditional writes, in order.</summary>
    public IReadOnlyList<int> ConditionalCalls
    {
        get { lock (_conditional) return [.. _conditional.Order()]; }
    }

    /// <summary>True when the chosen call was reached and went wrong.</summary>
    public bool Struck { get; private set; }

    /// <summary>Does a call, or does not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="conflict">What a conditional write throws when it meets itself; null for other calls.</param>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, Func<Exception>? conflict = null)
    {
        if (!IsChosen(conflict is not null))
        {
            return await call().ConfigureAwait(false);
        }

        Struck = true;
        if (kind is FaultKind.CrashBefore)
        {
            _crashed = true;
        }

        if (kind is FaultKind.CrashBefore or FaultKind.Failed)
        {
            throw Fault();
        }

        await call().ConfigureAwait(false);
        _crashed = kind is FaultKind.CrashAfter;
        throw kind is FaultKind.ConflictWithItself ? conflict!() : Fault();
    }

    private bool IsChosen(bool isConditional)
    {
        var number = Interlocked.Increment(ref _calls);
        if (isConditional)
        {
            lock (_conditional) _conditional.Add(number);
        }

        return _crashed
            ? throw new InjectedFaultException("The process has ended.")
            : number == at && (isConditional || kind is not FaultKind.ConflictWithItself);
    }

    private InjectedFaultException Fault() => new(FormattableString.Invariant($"Call {at} went wrong: {kind}."));
}
