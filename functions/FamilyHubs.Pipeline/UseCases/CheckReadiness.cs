using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Whether the stores answer.</summary>
public sealed class CheckReadiness(IBlobs blobs, ITables tables)
{
    /// <summary>Names of the stores that do not answer; empty when all do.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        List<string> unready = [];
        await TryAsync(() => blobs.FindAsync(Containers.Config, "ready", cancel), "blobs");
        await TryAsync(() => tables.FindAsync(TableNames.Extracts, "ready", "ready", cancel), "tables");
        return unready;

        async Task TryAsync(Func<Task> ask, string store)
        {
            try
            {
                await ask();
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // What is wrong stands in the store client's own telemetry; a caller without sign-in learns the name only.
                unready.Add(store);
            }
        }
    }
}
