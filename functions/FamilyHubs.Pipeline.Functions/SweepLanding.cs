using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Hourly: takes up what lies in landing although its event was lost or given up on.</summary>
public sealed class SweepLanding(UseCases.SweepLanding sweep)
{
    [Function(nameof(SweepLanding))]
    public Task RunAsync([TimerTrigger("0 30 * * * *")] TimerInfo timer, CancellationToken cancel) => sweep.RunAsync(cancel);
}
