namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>
/// Which calls of a workflow a test disturbs, each in a run of its own: every one for a crash before or after it, every conditional write for a conflict
/// with itself, and of the milder faults, which a crash at the same call mostly covers, every fifth.
/// </summary>
public static class FaultCalls
{
    private const int Stride = 5;

    /// <param name="counter">Has counted the calls of an undisturbed run.</param>
    /// <param name="kind">The fault.</param>
    public static IReadOnlyList<int> Of(FaultPlan counter, FaultKind kind) => kind switch
    {
        FaultKind.CrashBefore or FaultKind.CrashAfter => [.. Enumerable.Range(1, counter.Calls)],
        FaultKind.ConflictWithItself => counter.ConditionalCalls,
        _ => [.. Enumerable.Range(1, counter.Calls).Where(call => call % Stride == 1)],
    };
}
