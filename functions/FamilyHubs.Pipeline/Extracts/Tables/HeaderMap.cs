using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Cells;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>What the header of a file says: which cell is read how. Columns are found by name, never by place (extracts.md 2).</summary>
internal sealed class HeaderMap
{
    private readonly List<string> _unknown = [];
    private readonly List<string> _twice = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _missingRequired = [];

    /// <param name="header">Names as the file has them.</param>
    /// <param name="contract">What is expected.</param>
    /// <param name="rows">Where kept cells go.</param>
    /// <param name="keys">Makes the keys of people and postcodes.</param>
    /// <param name="dialect">How the file is written.</param>
    public HeaderMap(IReadOnlyList<string> header, TableContract contract, StagedRows rows, PersonKeys keys, CsvDialect dialect)
    {
        Readers = new CellReader?[header.Count];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (!seen.Add(header[i]))
            {
                _twice.Add(header[i]);
            }
            else if (string.Equals(header[i], TableContract.RemovedData, StringComparison.Ordinal))
            {
                Readers[i] = Removed = new BooleanReader(TableContract.RemovedData, null);
            }
            else if (contract.Find(header[i]) is { } column)
            {
                Readers[i] = Reader(column, rows, keys, dialect);
                if (column.Filled && Readers[i] is { } reader)
                {
                    (contract.LakeSchema.Key.Contains(column.Name) || IsKeyBy(column, contract) ? FilledAlways : FilledUnlessRemoved).Add(reader);
                }
            }
            else
            {
                _unknown.Add(header[i]);
            }
        }

        foreach (var column in contract.Columns.Where(c => !seen.Contains(c.Name)))
        {
            (column.Required ? _missingRequired : _missing).Add(column.Name);
        }
    }

    /// <summary>For each cell of a record its reader, or null where nothing is read.</summary>
    public CellReader?[] Readers { get; }

    /// <summary>Reads RemovedData; null when the file has no such column.</summary>
    public BooleanReader? Removed { get; }

    /// <summary>A row without a value in one of these is refused.</summary>
    public List<CellReader> FilledAlways { get; } = [];

    /// <summary>The same, for rows that do not take a record away: those carry their key only.</summary>
    public List<CellReader> FilledUnlessRemoved { get; } = [];

    /// <summary>Columns that the contract does not list.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Names that stand twice in the header.</summary>
    public IReadOnlyList<string> Twice => _twice;

    /// <summary>Columns of the contract that the file lacks and can do without.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Columns that the file lacks and must have.</summary>
    public IReadOnlyList<string> MissingRequired => _missingRequired;

    /// <summary>A column whose derived column is in the key.</summary>
    private static bool IsKeyBy(ContractColumn column, TableContract contract) =>
        column.Derive.Any(d => contract.LakeSchema.Key.Contains(d.ToString()));

    private static CellReader? Reader(ContractColumn column, StagedRows rows, PersonKeys keys, CsvDialect dialect)
    {
        if (column.Derive.Contains(DerivedColumn.PersonKey))
        {
            return new PersonKeyReader(
                column.Name,
                keys,
                rows.Buffer<TextBuffer>(nameof(DerivedColumn.PersonKey)),
                column.Derive.Contains(DerivedColumn.PersonKeyVersion) ? rows.Buffer<TextBuffer>(nameof(DerivedColumn.PersonKeyVersion)) : null,
                column.Derive.Contains(DerivedColumn.NHSNumberValid) ? rows.Buffer<ValueBuffer<bool>>(nameof(DerivedColumn.NHSNumberValid)) : null);
        }

        if (column.Derive.Contains(DerivedColumn.PostcodeKey))
        {
            return new PostcodeKeyReader(column.Name, keys, rows.Buffer<TextBuffer>(nameof(DerivedColumn.PostcodeKey)));
        }

        return column.Type switch
        {
            ColumnType.Integer => new IntegerReader(column.Name, column.Id, Kept<ValueBuffer<long>>()),
            ColumnType.Number => new NumberReader(column.Name, Kept<ValueBuffer<double>>()),
            ColumnType.Boolean => new BooleanReader(column.Name, Kept<ValueBuffer<bool>>()),
            ColumnType.Date => new DateReader(column.Name, dialect.Dates, Kept<ValueBuffer<DateOnly>>(), null),
            ColumnType.DateTime => new DateReader(column.Name, dialect.Dates, null, Kept<ValueBuffer<DateTime>>()),
            _ when column.Keep || column.Filled => new TextCellReader(column, new CellTexts(dialect.Utf8), Kept<TextBuffer>()),
            _ => null,
        };

        T? Kept<T>()
            where T : CellBuffer =>
            column.Keep ? rows.Buffer<T>(column.Name) : null;
    }
}
