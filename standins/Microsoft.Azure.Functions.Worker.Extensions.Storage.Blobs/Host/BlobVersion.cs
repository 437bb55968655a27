using Azure;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

/// <summary>One version of a blob.</summary>
/// <param name="Container">Name of the container.</param>
/// <param name="Name">Name of the blob.</param>
/// <param name="Tag">ETag without quotes: a listing gives it without them, a header with them.</param>
internal sealed record BlobVersion(string Container, string Name, string Tag)
{
    internal BlobVersion(string container, string name, ETag etag)
        : this(container, name, etag.ToString("G").Trim('"'))
    {
    }

    /// <summary>ETag, container and name: unambiguous, as only the name may hold slashes.</summary>
    internal string Key => $"{Tag}/{Container}/{Name}";
}
