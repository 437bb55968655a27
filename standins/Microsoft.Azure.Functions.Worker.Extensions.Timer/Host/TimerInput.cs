namespace Microsoft.Azure.Functions.Worker.Host.Timers;

internal sealed class TimerInput(TimerInfo info, string reason) : TriggerInput
{
    internal override string Reason => reason;

    internal override ValueTask<object?> BindAsync(Type type, CancellationToken cancellationToken) => ValueTask.FromResult<object?>(info);
}
