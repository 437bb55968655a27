using System.Runtime.CompilerServices;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>Reads things in order while the next ones are read in the background.</summary>
internal static class ReadAhead
{
    /// <param name="items">What to read.</param>
    /// <param name="atOnce">How many are read or waiting to be taken at one time.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="cancel">Cancels.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, int atOnce, Func<TItem, Task<TResult>> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        var ahead = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                ahead.Enqueue(Task.Run(() => read(item), cancel));
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
}
