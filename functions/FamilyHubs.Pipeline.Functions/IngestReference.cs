using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Takes a reference file: postcodes, workforce, recipients.</summary>
public sealed class IngestReference(AreaProfiles profiles, IngestFile ingest)
{
    [Function(nameof(IngestReference))]
    public async Task RunAsync(
        [BlobTrigger("landing/{area}/reference/{name}.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient file,
        string area,
        string name,
        CancellationToken cancel)
    {
        var profile = await profiles.GetAsync(area, cancel);
        await AreaTurn.TakeAsync(() => ingest.RunAsync(profile, $"reference/{name}.csv", cancel), cancel);
    }
}
