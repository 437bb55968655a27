using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace FamilyHubs.Pipeline.Azure.Settings;

/// <summary>
/// The setting <c>Lake</c>: a connection string, or the address <c>https://{account}.blob.core.windows.net</c> of an account that is reached
/// with the identity of the app (or, on a laptop, of the person signed in).
/// </summary>
public sealed class LakeAddress
{
    private const string BlobPart = ".blob.";

    private readonly string? _connectionString;
    private readonly Uri? _blobs;
    private readonly DefaultAzureCredential? _credential;

    private LakeAddress(string connectionString) => _connectionString = connectionString;

    private LakeAddress(Uri blobs, string? clientId)
    {
        _blobs = blobs;
        _credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
    }

    /// <summary>True for an emulator on this machine: containers and tables are made there when missing.</summary>
    public bool IsLocal => _connectionString is not null
        && (_connectionString.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) || new BlobServiceClient(_connectionString).Uri.IsLoopback);

    /// <summary>True when the account is reached with an identity, not with a key.</summary>
    public bool HasIdentity => _credential is not null;

    /// <summary>Whether a value of the setting names an emulator on this machine; false for what is no such value at all.</summary>
    internal static bool IsOnThisMachine(string? lake)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(lake) && Parse(lake).IsLocal;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads the setting.</summary>
    /// <param name="lake">Value of the setting.</param>
    /// <param name="clientId">Client id of the user-assigned identity to be used with an address; null for the one that is found.</param>
    /// <exception cref="FormatException">It is neither form; the message does not repeat it, since it may hold a key.</exception>
    public static LakeAddress Parse(string? lake, string? clientId = null)
    {
        lake = lake?.Trim();
        if (string.IsNullOrEmpty(lake))
            throw new FormatException("The setting Lake is empty. Give the address of a storage account (https://ACCOUNT.blob.core.windows.net) or its connection string.");
        return lake.Contains("://", StringComparison.Ordinal) && !lake.Contains('=', StringComparison.Ordinal) ? ParseAddress(lake, clientId) : ParseConnectionString(lake);
    }

    public BlobServiceClient Blobs(BlobClientOptions options) => _connectionString is not null
        ? new BlobServiceClient(_connectionString, options)
        : new BlobServiceClient(_blobs, _credential, options);

    public TableServiceClient Tables(TableClientOptions options) => _connectionString is not null
        ? new TableServiceClient(_connectionString, options)
        : new TableServiceClient(TableEndpoint(_blobs!), _credential, options);

    /// <summary>The table service of the account whose blob service has the address given.</summary>
    internal static Uri TableEndpoint(Uri blobs) =>
        new UriBuilder(blobs) { Host = blobs.Host.Replace(BlobPart, ".table.", StringComparison.Ordinal) }.Uri;

    private static LakeAddress ParseAddress(string lake, string? clientId)
    {
        if (!Uri.TryCreate(lake, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps
            || !address.Host.Contains(BlobPart, StringComparison.Ordinal) || address.PathAndQuery != "/")
        {
            throw new FormatException("The setting Lake is an address, but not that of a storage account: https://ACCOUNT.blob.core.windows.net, without path or query.");
        }
        return new LakeAddress(address, string.IsNullOrWhiteSpace(clientId) ? null : clientId);
    }

    private static LakeAddress ParseConnectionString(string lake)
    {
        try
        {
            _ = new BlobServiceClient(lake);
            _ = new TableServiceClient(lake);
            return new LakeAddress(lake);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // The inner exception may repeat the key.
            throw new FormatException("The setting Lake is neither the address of a storage account nor a connection string with a blob and a table endpoint.");
        }
    }
}
