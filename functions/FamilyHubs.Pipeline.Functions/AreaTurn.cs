using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>
/// Files of an area are taken one after the other. A trigger waits for its turn rather than fail, since a host gives a blob only a
/// few tries; what still finds the area busy is left to the host's next try, and to the hourly sweep.
/// </summary>
internal static class AreaTurn
{
    private const int Tries = 120;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public static async Task TakeAsync(Func<Task<IngestOutcome?>> ingest, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await ingest();
            if (outcome is not { Busy: true } || attempt == Tries)
            {
                outcome?.ThrowIfBusy();
                return;
            }

            await Task.Delay(Wait, cancel);
        }
    }
}
