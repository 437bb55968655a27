using System.Runtime.CompilerServices;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>Reads things in order while the next ones are read too.</summary>
internal static class ReadAhead
{
    /// <param name="items">What to read.</param>
    /// <param name="atOnce">How many are read or waiting to be taken at one time.</param>
    /// <param name="read">Begins to read one; what waits for the store does not keep the next from beginning.</param>
    /// <param name="cancel">Cancels.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, int atOnce, Func<TItem, Task<TResult>> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        var ahead = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                cancel.ThrowIfCancellationRequested();
                ahead.Enqueue(read(item));
                if (ahead.Count == atOnce)
                {
                    yield return await ahead.Dequeue().ConfigureAwait(false);
                }
            }

            while (ahead.Count > 0)
            {
                yield return await ahead.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var task in ahead)
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The same for what keeps a processor busy: in the thread pool, unless one at a time is wanted.</summary>
    public static IAsyncEnumerable<TResult> InBackgroundAsync<TItem, TResult>(
        IEnumerable<TItem> items, int atOnce, Func<TItem, Task<TResult>> read, CancellationToken cancel) =>
        RunAsync(items, atOnce, atOnce == 1 ? read : item => Task.Run(() => read(item), cancel), cancel);
}
