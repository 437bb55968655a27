using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Texts.</summary>
internal sealed class TextBuffer(int capacity) : CellBuffer
{
    private readonly string?[] _values = new string?[capacity];

    public void Set(int row, string? value) => _values[row] = value;

    /// <summary>Gives every row the same text.</summary>
    public void Fill(string value) => _values.AsSpan().Fill(value);

    public override void SetEmpty(int row) => _values[row] = null;

    public override void MoveTo(Column column, int rows)
    {
        column.Clear();
        ((TextColumn)column).AppendRange(_values.AsSpan(0, rows));
    }
}
