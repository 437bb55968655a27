using System.Collections.Concurrent;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Runs that nobody awaits (those of the admin address), so that a stop can wait for them.</summary>
internal sealed class BackgroundRuns
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Starts a run; its failure has been logged by the invoker.</summary>
    internal void Start(Func<Task> run)
    {
        var task = Task.Run(run);
        _running.TryAdd(task, true);
        _ = task.ContinueWith(done => _running.TryRemove(done, out var _), TaskScheduler.Default);
    }

    /// <summary>Waits until what runs has ended, however it ends.</summary>
    internal async Task WhenIdleAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
