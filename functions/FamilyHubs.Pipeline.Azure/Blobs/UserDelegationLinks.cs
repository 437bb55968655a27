using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.Blobs;

/// <summary>
/// Links signed with a user-delegation key of the app's own identity: for one blob, reading only, over https, a few minutes. Where the store is
/// reached with a connection string there is no such key, and no link.
/// </summary>
public sealed class UserDelegationLinks(BlobServiceClient service, LakeAddress lake, TimeProvider time) : IDownloadLinks
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Clocks of the app and of the storage need not agree to the second.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public async Task<Uri?> CreateAsync(string container, string name, string fileName, CancellationToken cancel)
    {
        if (!lake.HasIdentity) return null;
        var now = time.GetUtcNow();
        var key = (await service.GetUserDelegationKeyAsync(now - ClockSkew, now + Life, cancel).ConfigureAwait(false)).Value;
        var signature = new BlobSasBuilder(BlobSasPermissions.Read, now + Life)
        {
            BlobContainerName = container,
            BlobName = name,
            Resource = "b",
            StartsOn = now - ClockSkew,
            Protocol = SasProtocol.Https,
            ContentDisposition = $"attachment; filename=\"{fileName}\"",
            CacheControl = "no-store",
        };
        return new BlobUriBuilder(service.GetBlobContainerClient(container).GetBlobClient(name).Uri) { Sas = signature.ToSasQueryParameters(key, service.AccountName) }.ToUri();
    }
}
