using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Host.Storage;

/// <summary>
/// Storage accounts by the name of a setting, with the real host's forms: <c>NAME</c> a connection string, or <c>NAME__blobServiceUri</c>,
/// <c>NAME__serviceUri</c> or <c>NAME__accountName</c> with the identity of the person or the machine.
/// </summary>
internal sealed class HostStorage(IConfiguration configuration)
{
    /// <summary>The setting of the host's own account.</summary>
    internal const string HostConnection = "AzureWebJobsStorage";

    private const string HostContainer = "azure-webjobs-hosts";

    /// <summary>The blob service of a connection.</summary>
    /// <param name="connection">Name of the setting; null or empty for the host's account.</param>
    /// <exception cref="HostStartException">The setting is missing or of no known form.</exception>
    internal BlobServiceClient Blobs(string? connection) => Blobs(connection, new BlobClientOptions());

    /// <summary>A container of the host's account, made if it is not there.</summary>
    /// <exception cref="HostStartException">The account does not answer or refuses.</exception>
    internal async Task<BlobContainerClient> OpenHostContainerAsync(CancellationToken cancellationToken, string name = HostContainer)
    {
        // The person at the terminal waits: one retry, not the client's minute of them.
        var quick = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(200), NetworkTimeout = TimeSpan.FromSeconds(10) } };
        var container = Blobs(HostConnection, quick).GetBlobContainerClient(name);
        try
        {
            await container.CreateIfNotExistsAsync(PublicAccessType.None, metadata: null, encryptionScopeOptions: null, cancellationToken);
            return Blobs(HostConnection).GetBlobContainerClient(name);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            var status = (e as RequestFailedException)?.Status ?? 0;
            throw new HostStartException(
                $"The storage at {container.Uri.GetLeftPart(UriPartial.Authority)} "
                + (status == 0 ? "does not answer; start it (Azurite on one machine)" : $"refuses the host (status {status}); grant it access")
                + $" or change the setting {HostConnection}.", e);
        }
    }

    private BlobServiceClient Blobs(string? connection, BlobClientOptions options)
    {
        var name = string.IsNullOrEmpty(connection) ? HostConnection : connection;
        var section = Section(name);
        try
        {
            return section?.Value is { Length: > 0 } connectionString ? new BlobServiceClient(connectionString, options)
                : section is not null && ServiceUri(section) is { } uri ? new BlobServiceClient(uri, Credential(section), options)
                : throw new HostStartException(
                    $"The setting {name} is missing; give it a storage connection string, for example "
                    + "UseDevelopmentStorage=true for Azurite, or set " + $"{name}__blobServiceUri.");
        }
        catch (FormatException e)
        {
            throw new HostStartException($"The setting {name} is no storage connection string.", e);
        }
    }

    private IConfigurationSection? Section(string name)
    {
        foreach (var path in (ReadOnlySpan<string>)[$"AzureWebJobs{name}", name, $"ConnectionStrings:{name}"])
        {
            if (configuration.GetSection(path) is var section && section.Exists())
                return section;
        }
        return null;
    }

    private static Uri? ServiceUri(IConfigurationSection section) =>
        (section["blobServiceUri"] ?? section["serviceUri"]) is { Length: > 0 } uri ? new Uri(uri)
        : section["accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.blob.core.windows.net")
        : null;

    private static TokenCredential Credential(IConfigurationSection section) =>
        string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(section["clientId"] is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
            : new DefaultAzureCredential();
}
