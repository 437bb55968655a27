namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A file of a snapshot.</summary>
/// <param name="Table">Table that it holds; null for the data dictionary.</param>
/// <param name="Rows">Rows of the table; null for the data dictionary.</param>
/// <param name="Sha256">Lower-case hexadecimal digits.</param>
public sealed record SnapshotFile(string Name, string ContentType, string? Table, int? Rows, long Bytes, string Sha256);
