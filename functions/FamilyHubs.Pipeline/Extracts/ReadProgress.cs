namespace FamilyHubs.Pipeline.Extracts;

/// <param name="Table">Table being read.</param>
/// <param name="Rows">Rows of it so far.</param>
/// <param name="Bytes">Unpacked bytes of the batch so far.</param>
/// <param name="TotalBytes">Unpacked bytes of all tables in scope.</param>
public readonly record struct ReadProgress(string Table, long Rows, long Bytes, long TotalBytes);
