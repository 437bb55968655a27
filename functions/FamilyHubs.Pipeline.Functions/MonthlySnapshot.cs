using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>
/// Pokes every hour: a snapshot is due when the published figures of a month are another run's than its newest revision's. The ledger decides, so that
/// nothing is lost with an event (decision 71).
/// </summary>
public sealed class MonthlySnapshot(RunDueSnapshots due)
{
    [Function(nameof(MonthlySnapshot))]
    public Task RunAsync([TimerTrigger("0 25 * * * *")] TimerInfo timer, CancellationToken cancel) => due.RunAsync(cancel);
}
