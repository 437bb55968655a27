using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Takes a partner's return of counts.</summary>
public sealed class IngestReturn(AreaProfiles profiles, IngestFile ingest)
{
    [Function(nameof(IngestReturn))]
    public async Task RunAsync(
        [BlobTrigger("landing/{area}/returns/{name}.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient file,
        string area,
        string name,
        CancellationToken cancel)
    {
        var profile = await profiles.GetAsync(area, cancel);
        await AreaTurn.TakeAsync(() => ingest.RunAsync(profile, $"returns/{name}.csv", cancel), cancel);
    }
}
