using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure;

/// <summary>The containers and tables that the product needs.</summary>
public sealed class AzureStores(LakeAddress lake, BlobServiceClient blobs, TableServiceClient tables)
{
    /// <summary>Makes what is missing on local storage. In Azure the deployment has made them, and the app may not.</summary>
    public async Task EnsureStoresAsync(CancellationToken cancel)
    {
        if (!lake.IsLocal) return;
        foreach (var container in Containers.All)
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        foreach (var table in TableNames.All) await tables.CreateTableIfNotExistsAsync(table, cancel).ConfigureAwait(false);
    }
}
