using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>A batch is whole when its manifest is there: takes it into the lake.</summary>
public sealed class IngestExtract(AreaProfiles profiles, IngestBatch ingest)
{
    [Function(nameof(IngestExtract))]
    public async Task RunAsync(
        [BlobTrigger("landing/{area}/{extract}/SRManifest.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient manifest,
        string area,
        string extract,
        CancellationToken cancel)
    {
        var profile = await profiles.GetAsync(area, cancel);
        await AreaTurn.TakeAsync(() => ingest.RunAsync(profile, extract, force: false, progress: null, cancel), cancel);
    }
}
