using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Cells;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>The accepted rows of a table that have not been handed on: a buffer for each stored column of which the file has the source.</summary>
internal sealed class StagedRows
{
    private readonly CellBuffer?[] _buffers;
    private readonly ColumnSet _rows;

    public StagedRows(TableContract contract, int capacity)
    {
        Capacity = capacity;
        _rows = new ColumnSet(contract.StagedSchema, capacity);
        _buffers = new CellBuffer?[_rows.Columns.Count];
        Removed = Buffer<ValueBuffer<bool>>(TableContract.RemovedData);
    }

    /// <summary>Rows that are handed on together.</summary>
    public int Capacity { get; }

    /// <summary>Whether each row takes a record away.</summary>
    public ValueBuffer<bool> Removed { get; }

    /// <summary>The buffer of a stored column, made when first asked for. A column never asked for is empty in every row.</summary>
    public T Buffer<T>(string column)
        where T : CellBuffer
    {
        var index = _rows.Schema.IndexOf(column);
        var buffer = _buffers[index] ??= _rows.Schema.Columns[index].Type switch
        {
            ColumnType.Integer => new ValueBuffer<long>(Capacity),
            ColumnType.Number => new ValueBuffer<double>(Capacity),
            ColumnType.Boolean => new ValueBuffer<bool>(Capacity),
            ColumnType.Date => new ValueBuffer<DateOnly>(Capacity),
            ColumnType.DateTime => new ValueBuffer<DateTime>(Capacity),
            _ => new TextBuffer(Capacity),
        };
        return (T)buffer;
    }

    /// <summary>The first <paramref name="count"/> rows. The same set each time.</summary>
    public ColumnSet Take(int count)
    {
        for (var i = 0; i < _buffers.Length; i++)
        {
            var column = _rows.Columns[i];
            if (_buffers[i] is { } buffer)
            {
                buffer.MoveTo(column, count);
                continue;
            }

            column.Clear();
            for (var row = 0; row < count; row++)
            {
                column.AppendNull();
            }
        }

        return _rows;
    }
}
