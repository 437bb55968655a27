using System.Collections.Frozen;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>The columns of a SystmOne file in file order.</summary>
internal sealed class TableLayout
{
    private readonly FrozenDictionary<string, int> _positions;

    public TableLayout(string table, IReadOnlyList<ContractColumn> columns)
    {
        Table = table;
        Columns = columns;
        _positions = columns.Select((column, i) => (column.Name, i)).ToFrozenDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
    }

    public string Table { get; }

    public IReadOnlyList<ContractColumn> Columns { get; }

    /// <summary>Position of a column, or -1.</summary>
    public int Find(string column) => _positions.GetValueOrDefault(column, -1);

    public int PositionOf(string column) => _positions.TryGetValue(column, out var position)
        ? position
        : throw new InvalidOperationException($"Table {Table} has no column {column}.");
}
