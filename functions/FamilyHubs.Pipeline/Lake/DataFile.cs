namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// A Parquet file of a table version. The files of a version cover disjoint ranges of the key's first column, so that the rows
/// of one RowIdentifier are in one file.
/// </summary>
/// <param name="Path">Name within the table's folder; holds the SHA-256 of the bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Records">Different values of the key's first column: as many as rows when every record is there once.</param>
/// <param name="FirstLead">Order value of the first row (see <c>KeyOrder</c>).</param>
/// <param name="LastLead">Order value of the last row.</param>
/// <param name="Statistics">Statistics as the Delta log has them: a JSON text.</param>
public sealed record DataFile(string Path, long Size, long Rows, long Records, long FirstLead, long LastLead, string Statistics);
