using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker.Host.Storage;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

/// <summary>
/// Receipts: empty blobs with metadata at <c>azure-webjobs-hosts/blobreceipts/{host}/Host.Functions.{function}/{etag}/{container}/{blob}</c>.
/// Poison: the real host's queue message as a blob at <c>webjobs-blobtrigger-poison/Host.Functions.{function}/{etag}/{container}/{blob}</c>.
/// </summary>
internal sealed class BlobReceiptStore(HostStorage storage, HostIdentity identity)
{
    private const string PoisonContainer = "webjobs-blobtrigger-poison";
    private BlobContainerClient? _container;

    internal async Task OpenAsync(CancellationToken cancellationToken) =>
        _container = await storage.OpenHostContainerAsync(cancellationToken);

    internal async Task<BlobReceipt> ReadAsync(string functionId, BlobVersion blob, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await Receipt(functionId, blob).GetPropertiesAsync(conditions: null, cancellationToken);
            return BlobReceipt.FromMetadata(properties.Value.Metadata);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return BlobReceipt.None;
        }
    }

    internal async Task WriteAsync(string functionId, BlobVersion blob, BlobReceipt receipt, CancellationToken cancellationToken) =>
        await Receipt(functionId, blob).UploadAsync(
            BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = receipt.ToMetadata() }, cancellationToken);

    internal async Task WritePoisonAsync(string functionId, BlobVersion blob, CancellationToken cancellationToken)
    {
        var container = await storage.OpenHostContainerAsync(cancellationToken, PoisonContainer);
        var message = new
        {
            Type = "BlobTrigger",
            FunctionId = functionId,
            BlobType = "BlockBlob",
            ContainerName = blob.Container,
            BlobName = blob.Name,
            ETag = $"\"{blob.Tag}\"",
        };
        await container.GetBlobClient($"{functionId}/{blob.Key}").UploadAsync(BinaryData.FromObjectAsJson(message), overwrite: true, cancellationToken);
    }

    private BlobClient Receipt(string functionId, BlobVersion blob) =>
        _container!.GetBlobClient($"blobreceipts/{identity.Id}/{functionId}/{blob.Key}");
}
