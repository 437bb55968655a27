using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Takes a partner's return of counts.</summary>
public sealed class IngestReturn(TakeLanded landed)
{
    [Function(nameof(IngestReturn))]
    public Task RunAsync(
        [BlobTrigger("landing/{area}/returns/{name}.csv", Source = BlobTriggerSource.EventGrid, Connection = "Lake")] BlobClient file,
        CancellationToken cancel) =>
        AreaTurn.TakeAsync(() => landed.RunAsync(file.Name, cancel), cancel);
}
