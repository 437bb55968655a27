using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Host.Storage;

namespace Microsoft.Azure.Functions.Worker.Host.Timers;

/// <summary>Statuses of schedules at <c>azure-webjobs-hosts/timers/{host}/Host.Functions.{function}/status</c>, as the real host keeps them.</summary>
internal sealed class ScheduleStore(HostStorage storage, HostIdentity identity)
{
    private BlobContainerClient? _container;

    /// <summary>The stored status, or null.</summary>
    internal async Task<ScheduleStatus?> ReadAsync(string functionId, CancellationToken cancellationToken)
    {
        var blob = await BlobAsync(functionId, cancellationToken);
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            var status = content.Value.Content.ToObjectFromJson<ScheduleStatus>()!;
            return new ScheduleStatus { Last = Utc(status.Last), Next = Utc(status.Next), LastUpdated = Utc(status.LastUpdated) };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // The real host likewise starts afresh from a status that it cannot read.
            return null;
        }
    }

    internal async Task WriteAsync(string functionId, ScheduleStatus status, CancellationToken cancellationToken) =>
        await (await BlobAsync(functionId, cancellationToken)).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);

    private async Task<BlobClient> BlobAsync(string functionId, CancellationToken cancellationToken)
    {
        _container ??= await storage.OpenHostContainerAsync(cancellationToken);
        return _container.GetBlobClient($"timers/{identity.Id}/{functionId}/status");
    }

    private static DateTime Utc(DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();
}
