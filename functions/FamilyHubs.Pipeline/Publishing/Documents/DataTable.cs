namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A table of figures. The first cell of a row is its heading.</summary>
/// <param name="Rows">As many cells as columns.</param>
public sealed record DataTable(string Caption, IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;
