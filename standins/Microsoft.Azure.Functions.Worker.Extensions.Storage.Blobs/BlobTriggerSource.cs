namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the host learns of new blobs. The stand-in polls for both.</summary>
public enum BlobTriggerSource
{
    /// <summary>By the account's logs and by listing containers.</summary>
    LogsAndContainerScan,

    /// <summary>By an Event Grid subscription.</summary>
    EventGrid,
}
