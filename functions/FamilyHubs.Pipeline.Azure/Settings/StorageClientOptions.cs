using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace FamilyHubs.Pipeline.Azure.Settings;

/// <summary>Options of the storage clients: patient retries, each of them counted (<see cref="RetryCounter"/>).</summary>
internal static class StorageClientOptions
{
    private const int MaxRetries = 5;

    public static BlobClientOptions Blobs() => Configure(new BlobClientOptions());

    public static TableClientOptions Tables() => Configure(new TableClientOptions());

    private static T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = MaxRetries;
        options.AddPolicy(new RetryCounter(), HttpPipelinePosition.PerRetry);
        // Blob names and table keys hold recipients and areas: they stay out of the client's own log.
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }
}
