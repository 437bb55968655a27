namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <param name="column">Name of the column.</param>
/// <param name="id">-1 or less means none.</param>
/// <param name="buffer">Where the values go, when they are kept.</param>
internal sealed class IntegerReader(string column, bool id, ValueBuffer<long>? buffer) : CellReader(column)
{
    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        cell = Trim(cell);
        if (cell.Length == 0)
        {
            IsEmpty = true;
            buffer?.SetEmpty(row);
            return null;
        }

        if (!CellParser.TryInteger(cell, out var value))
        {
            return ReasonCodes.BadInteger;
        }

        IsEmpty = id && value <= -1;
        if (IsEmpty)
        {
            buffer?.SetEmpty(row);
        }
        else
        {
            buffer?.Set(row, value);
        }

        return null;
    }
}
