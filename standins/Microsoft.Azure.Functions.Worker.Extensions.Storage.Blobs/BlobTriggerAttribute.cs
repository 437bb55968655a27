using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Azure.Functions.Worker.Host.Blobs;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for each blob that is new or changed.</summary>
/// <param name="blobPath">Container, a slash, the blob; <c>{names}</c> stand for any text and fill parameters of these names.</param>
[TriggerListener(typeof(BlobListener))]
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>The path as written.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the setting with the connection; the host's own account if null.</summary>
    public string? Connection { get; set; }

    /// <summary>How the host learns of new blobs.</summary>
    public BlobTriggerSource Source { get; set; }
}
