using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Pokes at both UTC hours that can be 07:30 in London; the calendar and the ledger decide whether a check is due (architecture.md 3.3).</summary>
public sealed class FreshnessCheck(CheckFreshness check)
{
    [Function(nameof(FreshnessCheck))]
    public Task RunAsync([TimerTrigger("0 30 6,7 * * *")] TimerInfo timer, CancellationToken cancel) => check.RunAsync(cancel);
}
