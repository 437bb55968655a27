namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A table of figures. The first cell of a row is its heading.</summary>
/// <param name="Rows">As many cells as columns.</param>
public sealed record DataTable(string Caption, IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>Where the heading of each row leads on a page; null for a row that leads nowhere. Empty, or as many as rows.</summary>
    public IReadOnlyList<string?> Links { get; init; } = [];
}
