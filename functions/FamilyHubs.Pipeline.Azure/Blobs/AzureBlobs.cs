using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Ports;
using BlobInfo = FamilyHubs.Pipeline.Ports.BlobInfo;

namespace FamilyHubs.Pipeline.Azure.Blobs;

/// <summary>Blobs of a storage account. The client must be made with <see cref="StorageClientOptions"/>, which counts its retries.</summary>
public sealed class AzureBlobs(BlobServiceClient service) : IBlobs
{
    private const int NotFound = 404;

    // Memory of one write: concurrency x block.
    private static readonly StorageTransferOptions Transfer = new()
    {
        InitialTransferSize = 4 * 1024 * 1024,
        MaximumTransferSize = 8 * 1024 * 1024,
        MaximumConcurrency = 2,
    };

    public async Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel)
    {
        try
        {
            var properties = (await Client(container, name).GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value;
            return new BlobInfo(name, properties.ContentLength, Text(properties.ETag), properties.LastModified);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            ThrowIfContainerMissing(container, e);
            return null;
        }
    }

    public async Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel)
    {
        var reader = new BlobRangeReader(Client(container, name), container, name);
        return await BlobReadStream.OpenAsync(reader, ifMatch, cancel).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = new List<BlobInfo>();
        var sorted = true;
        try
        {
            var pages = service.GetBlobContainerClient(container)
                .GetBlobsAsync(traits: BlobTraits.None, states: BlobStates.None, prefix: prefix, cancellationToken: cancel);
            await foreach (var item in pages.ConfigureAwait(false))
            {
                sorted &= found.Count == 0 || string.CompareOrdinal(found[^1].Name, item.Name) < 0;
                found.Add(new BlobInfo(item.Name, item.Properties.ContentLength ?? 0, Text(item.Properties.ETag ?? default), item.Properties.LastModified ?? default));
            }
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            ThrowIfContainerMissing(container, e);
            throw;
        }

        // An account with a hierarchical namespace lists folder by folder.
        if (!sorted) found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var blob in found) yield return blob;
    }

    public async Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel)
    {
        using var source = new WriteSource(content);
        using var retries = RetryCounter.Watch();
        var client = Client(container, name);
        try
        {
            var options = new BlobUploadOptions { Conditions = Conditions(condition), TransferOptions = Transfer };
            var written = await client.UploadAsync(source.Content, options, cancel).ConfigureAwait(false);
            return Text(written.Value.ETag);
        }
        catch (RequestFailedException e) when (IsConflict(e, condition))
        {
            var mine = retries.Retried ? await FindOwnWriteAsync(client, source, cancel).ConfigureAwait(false) : null;
            return mine ?? throw new BlobConflictException(container, name, e);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            ThrowIfContainerMissing(container, e);
            throw;
        }
    }

    public async Task DeleteAsync(string container, string name, CancellationToken cancel)
    {
        try
        {
            await Client(container, name).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            ThrowIfContainerMissing(container, e);
        }
    }

    public async Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = new ETag(etag) };
            await Client(container, name).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // Azurite says so of a blob that is gone, too.
            return await FindAsync(container, name, cancel).ConfigureAwait(false) is null;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            ThrowIfContainerMissing(container, e);
            return true;
        }
    }

    internal static string Text(ETag etag) => etag.ToString("H");

    internal static void ThrowIfContainerMissing(string container, RequestFailedException e)
    {
        if (e.ErrorCode == BlobErrorCode.ContainerNotFound)
            throw new InvalidOperationException($"There is no blob container {container}. It is made by the deployment, or by EnsureStoresAsync on local storage.", e);
    }

    private BlobClient Client(string container, string name) => service.GetBlobContainerClient(container).GetBlobClient(name);

    private static BlobRequestConditions? Conditions(WriteCondition condition) => condition switch
    {
        { IfAbsent: true } => new BlobRequestConditions { IfNoneMatch = ETag.All },
        { IfMatch: { } etag } => new BlobRequestConditions { IfMatch = new ETag(etag) },
        _ => null,
    };

    /// <summary>Blocks vanish when another writer commits the same blob in between: that is a conflict as well.</summary>
    private static bool IsConflict(RequestFailedException e, WriteCondition condition) => condition != WriteCondition.Always
        && (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet || e.ErrorCode == BlobErrorCode.InvalidBlockList
            || (e.Status == NotFound && e.ErrorCode == BlobErrorCode.BlobNotFound));

    /// <summary>The ETag of what is there when it is what was to be written, else null.</summary>
    private static async Task<string?> FindOwnWriteAsync(BlobClient client, WriteSource source, CancellationToken cancel)
    {
        try
        {
            var found = (await client.DownloadStreamingAsync(cancellationToken: cancel).ConfigureAwait(false)).Value;
            await using var content = found.Content;
            return await source.EqualsAsync(content, cancel).ConfigureAwait(false) ? Text(found.Details.ETag) : null;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }
}
