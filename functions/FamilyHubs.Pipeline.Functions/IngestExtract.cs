using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>A batch is whole when its manifest is there: takes it into the lake.</summary>
public sealed class IngestExtract(TakeLanded landed)
{
    [Function(nameof(IngestExtract))]
    public Task RunAsync(
        [BlobTrigger("landing/{area}/{extract}/SRManifest.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient manifest,
        CancellationToken cancel) =>
        AreaTurn.TakeAsync(() => landed.RunAsync(manifest.Name, cancel), cancel);
}
