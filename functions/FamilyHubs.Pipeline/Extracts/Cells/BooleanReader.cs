namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <param name="column">Name of the column.</param>
/// <param name="buffer">Where the values go, when they are kept.</param>
internal sealed class BooleanReader(string column, ValueBuffer<bool>? buffer) : CellReader(column)
{
    /// <summary>The value of the cell read last; false when it was empty.</summary>
    public bool Value { get; private set; }

    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        cell = Trim(cell);
        IsEmpty = cell.Length == 0;
        if (IsEmpty)
        {
            Value = false;
            buffer?.SetEmpty(row);
            return null;
        }

        if (!CellParser.TryBoolean(cell, out var value))
        {
            return ReasonCodes.BadBoolean;
        }

        Value = value;
        buffer?.Set(row, value);
        return null;
    }
}
