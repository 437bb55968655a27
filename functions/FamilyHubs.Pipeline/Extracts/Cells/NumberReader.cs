namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <param name="column">Name of the column.</param>
/// <param name="buffer">Where the values go, when they are kept.</param>
internal sealed class NumberReader(string column, ValueBuffer<double>? buffer) : CellReader(column)
{
    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        cell = Trim(cell);
        IsEmpty = cell.Length == 0;
        if (IsEmpty)
        {
            buffer?.SetEmpty(row);
            return null;
        }

        if (!CellParser.TryNumber(cell, out var value))
        {
            return ReasonCodes.BadNumber;
        }

        buffer?.Set(row, value);
        return null;
    }
}
