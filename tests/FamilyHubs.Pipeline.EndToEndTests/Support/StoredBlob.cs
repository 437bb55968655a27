namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>A blob as the store has it.</summary>
public sealed record StoredBlob(string Container, string Name, string ETag);
