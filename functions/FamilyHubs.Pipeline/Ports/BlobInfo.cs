namespace FamilyHubs.Pipeline.Ports;

/// <param name="Name">Name in its container.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">Changes with each write.</param>
/// <param name="LastModified">Time of the last write.</param>
public sealed record BlobInfo(string Name, long Length, string ETag, DateTimeOffset LastModified);
