namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A table of figures. The first cell of a row is its heading.</summary>
/// <param name="Rows">As many cells as columns.</param>
public sealed record DataTable(string Caption, IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>Where the heading of each row leads on a page; null for a row that leads nowhere. Empty, or as many as rows.</summary>
    public IReadOnlyList<string?> Links { get; init; } = [];

    /// <summary>Headings are long: a mail, which has no room to scroll, puts each on a line of its own above its figures.</summary>
    public bool HasLongHeadings { get; init; }
}
