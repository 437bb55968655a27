using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Takes a reference file: postcodes, workforce, recipients.</summary>
public sealed class IngestReference(TakeLanded landed)
{
    [Function(nameof(IngestReference))]
    public Task RunAsync(
        [BlobTrigger("landing/{area}/reference/{name}.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient file,
        CancellationToken cancel) =>
        AreaTurn.TakeAsync(() => landed.RunAsync(file.Name, cancel), cancel);
}
