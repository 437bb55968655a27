namespace FamilyHubs.Pipeline.Ports;

/// <summary>
/// A conditional write or read found another state. After a retry this may be the caller's own earlier write whose answer
/// was lost: read back and compare before believing it (reliability.md, finding 7).
/// </summary>
public sealed class BlobConflictException(string container, string name, Exception? inner = null)
    : Exception($"Blob {container}/{name} is not in the expected state.", inner);
