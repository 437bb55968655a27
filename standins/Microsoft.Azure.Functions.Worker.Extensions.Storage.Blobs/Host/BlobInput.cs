using Azure.Storage.Blobs;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

internal sealed class BlobInput(BlobClient blob, Dictionary<string, object?> names) : TriggerInput
{
    internal override string Reason => $"New blob detected: {blob.BlobContainerName}/{blob.Name}";

    internal override IReadOnlyDictionary<string, object?> BindingData { get; } =
        new Dictionary<string, object?>(names, StringComparer.OrdinalIgnoreCase)
        {
            ["BlobTrigger"] = $"{blob.BlobContainerName}/{blob.Name}",
            ["Uri"] = blob.Uri,
        };

    internal override async ValueTask<object?> BindAsync(Type type, CancellationToken cancellationToken) =>
        type == typeof(BlobClient) ? blob : await blob.OpenReadAsync(cancellationToken: cancellationToken);
}
