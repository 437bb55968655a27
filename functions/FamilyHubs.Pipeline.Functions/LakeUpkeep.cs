using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Nightly, before the extracts come: puts the lake in order. A night that is missed is made up by the next.</summary>
public sealed class LakeUpkeep(KeepLake keep)
{
    [Function(nameof(LakeUpkeep))]
    public Task RunAsync([TimerTrigger("0 10 22 * * *")] TimerInfo timer, CancellationToken cancel) => keep.RunAsync(cancel);
}
