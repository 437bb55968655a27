namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>A call that a process waits for.</summary>
internal sealed class PendingCall<T>(SimulatedProcess process, Func<T> perform) : PendingCall(process)
{
    private readonly TaskCompletionSource<T> _answer = new();

    public Task<T> Answer => _answer.Task;

    public override void Perform()
    {
        T result;
        try
        {
            result = perform();
        }
        catch (Exception fault)
        {
            _answer.SetException(fault);
            return;
        }

        _answer.SetResult(result);
    }

    public override void Abandon() => _answer.SetException(new ProcessEndedException());
}
