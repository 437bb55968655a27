using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Texts.</summary>
internal sealed class TextBuffer(int capacity) : CellBuffer
{
    private string?[] _values = new string?[capacity];
    private bool _isFilled;

    public void Set(int row, string? value) => _values[row] = value;

    /// <summary>Gives every row the same text.</summary>
    public void Fill(string value)
    {
        _values.AsSpan().Fill(value);
        _isFilled = true;
    }

    public override void SetEmpty(int row) => _values[row] = null;

    public override void MoveTo(Column column, int rows)
    {
        var texts = (TextColumn)column;
        if (_isFilled)
        {
            // Nobody writes these cells anew.
            texts.Clear();
            texts.AppendRange(_values.AsSpan(0, rows));
        }
        else
        {
            texts.Exchange(ref _values, rows);
        }
    }
}
