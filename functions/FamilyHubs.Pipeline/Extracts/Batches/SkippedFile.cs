namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>A file of the batch that is not in scope.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Bytes">Its unpacked size as declared.</param>
public sealed record SkippedFile(string Table, long Bytes);
