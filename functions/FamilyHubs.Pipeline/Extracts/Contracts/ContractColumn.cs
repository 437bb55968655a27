using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>One column of a file that comes in.</summary>
/// <param name="Name">Name in the header, compared ordinally.</param>
/// <param name="Type">Type by which each cell is read, kept or not.</param>
/// <param name="Classification">How near it is to a person.</param>
/// <param name="Keep">The column is stored.</param>
public sealed record ContractColumn(string Name, ColumnType Type, Classification Classification, bool Keep)
{
    /// <summary>Longest text that the specification allows.</summary>
    public int? Length { get; init; }

    /// <summary>A number that points to something: -1 or less means none.</summary>
    public bool Id { get; init; }

    /// <summary>A file without the column is refused (<c>key-column-missing</c>).</summary>
    public bool Required { get; init; }

    /// <summary>Where the file has the column, a row without a value is refused (<c>missing-key</c>).</summary>
    public bool Filled { get; init; }

    /// <summary>Stored in place of this column.</summary>
    public IReadOnlyList<DerivedColumn> Derive { get; init; } = [];

    /// <summary>Table in which an option that comes as a number is looked up first; null when this is no list column.</summary>
    public string? List { get; init; }

    /// <summary>Table and column that the value points to.</summary>
    public string? Link { get; init; }

    public TextForm Form { get; init; }

    public string? Description { get; init; }
}
