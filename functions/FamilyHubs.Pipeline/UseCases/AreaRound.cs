namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Work done area by area: one area's trouble keeps no other waiting, and the host learns of it when all have had their turn.</summary>
internal static class AreaRound
{
    /// <param name="areas">Areas in the order of their turns.</param>
    /// <param name="work">The work of one area.</param>
    /// <param name="failed">Puts a fault on record as it happens.</param>
    /// <param name="complaint">A sentence for the host, should any have failed.</param>
    /// <exception cref="AggregateException">The work of some areas failed.</exception>
    public static async Task RunAsync(IEnumerable<string> areas, Func<string, Task> work, Action<Exception, string> failed, string complaint)
    {
        var faults = await TryAsync(areas, work, failed);
        if (faults.Count > 0)
        {
            throw new AggregateException(complaint, faults);
        }
    }

    /// <summary>The same for one who has something to say before the faults are thrown.</summary>
    /// <returns>The faults.</returns>
    public static async Task<IReadOnlyList<Exception>> TryAsync(IEnumerable<string> areas, Func<string, Task> work, Action<Exception, string> failed)
    {
        List<Exception> faults = [];
        foreach (var area in areas)
        {
            try
            {
                await work(area);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed(fault, area);
                faults.Add(fault);
            }
        }

        return faults;
    }
}
