namespace FamilyHubs.Pipeline.Ports;

/// <summary>
/// Blob storage: named, whole, replaceable blobs in containers. Containers exist (they are deployed, or made at the start).
/// Names have <c>/</c> between their parts. Implementations: Azure, and in memory with Azure's documented rules.
/// </summary>
public interface IBlobs
{
    /// <summary>What is known of a blob, or null when there is none.</summary>
    Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel);

    /// <summary>A seekable stream over the blob, read in ranges as needed.</summary>
    /// <param name="container">Container.</param>
    /// <param name="name">Blob name.</param>
    /// <param name="ifMatch">ETag the blob must have while it is read; null for any.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="BlobNotFoundException">There is no such blob.</exception>
    /// <exception cref="BlobConflictException">The blob has another ETag than <paramref name="ifMatch"/>; may be thrown by the stream too.</exception>
    Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel);

    /// <summary>Blobs whose name begins with <paramref name="prefix"/>, in ordinal order of their names.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, CancellationToken cancel);

    /// <summary>Writes a whole blob; nobody sees it before it is complete. Gives its ETag.</summary>
    /// <exception cref="BlobConflictException">The condition does not hold.</exception>
    Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel);

    /// <summary>Deletes a blob in the version that was read. False when there is another one now, which stays; true when it is gone.</summary>
    /// <param name="container">Container.</param>
    /// <param name="name">Blob name.</param>
    /// <param name="etag">ETag that the blob must have.</param>
    /// <param name="cancel">Cancels.</param>
    Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel);

    /// <summary>Deletes a blob; nothing happens when there is none.</summary>
    Task DeleteAsync(string container, string name, CancellationToken cancel);
}
