using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>
/// What is expected of one table that comes in and what of it is stored (extracts.md 4 and 5). Reader, validator, sample generator,
/// data dictionary and lake take the table's shape from here.
/// </summary>
public sealed class TableContract
{
    /// <summary>Last column of every staged row: true where the row takes a record away.</summary>
    public const string RemovedData = "RemovedData";

    /// <summary>Name of the file that a row of a return came in.</summary>
    public const string File = "File";

    internal TableContract(string table, IReadOnlyList<string> key, IReadOnlyList<ContractColumn> columns, bool fileColumn)
    {
        Table = table;
        Columns = columns;
        List<ColumnDefinition> stored = [];
        foreach (var column in columns)
        {
            if (column.Keep)
            {
                stored.Add(new ColumnDefinition(column.Name, column.Type));
            }

            stored.AddRange(column.Derive.Select(d => new ColumnDefinition(
                d.ToString(), d == DerivedColumn.NHSNumberValid ? ColumnType.Boolean : ColumnType.Text)));
        }

        if (fileColumn)
        {
            stored.Add(new ColumnDefinition(File, ColumnType.Text));
        }

        HasFileColumn = fileColumn;
        LakeSchema = new TableSchema(table, stored, key);
        StagedSchema = new TableSchema(table, [.. stored, new ColumnDefinition(RemovedData, ColumnType.Boolean)], key);
    }

    /// <summary>Name of the table, e.g. <c>SRCode</c>.</summary>
    public string Table { get; }

    /// <summary>Columns in the order of the specification.</summary>
    public IReadOnlyList<ContractColumn> Columns { get; }

    public required string Description { get; init; }

    /// <summary>Where the table comes from: a specification, or the pattern of a file name such as <c>returns/caf-*.csv</c>.</summary>
    public required string Source { get; init; }

    /// <summary>It comes as a return or reference file of its own, not in an extract.</summary>
    public bool IsFile => Source.EndsWith(".csv", StringComparison.Ordinal);

    public ContractStore Store { get; init; }

    /// <summary>What a column not listed here does; null leaves it to the profile.</summary>
    public NewColumnHandling? OnNewColumn { get; init; }

    public IReadOnlyList<QualityRule> Quality { get; init; } = [];

    /// <summary>The stored table has the column <see cref="File"/>.</summary>
    public bool HasFileColumn { get; }

    /// <summary>The stored columns and the key of a row.</summary>
    public TableSchema LakeSchema { get; }

    /// <summary><see cref="LakeSchema"/> with the never empty column <see cref="RemovedData"/> at its end.</summary>
    public TableSchema StagedSchema { get; }

    /// <summary>A row without IDPatient is refused as <c>missing-key</c>.</summary>
    public bool RequiresPatient => Columns.Any(c => c is { Name: "IDPatient", Filled: true });

    /// <summary>The column of that name, or null.</summary>
    public ContractColumn? Find(string column) => Columns.FirstOrDefault(c => string.Equals(c.Name, column, StringComparison.Ordinal));
}
