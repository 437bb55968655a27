using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <param name="column">The column.</param>
/// <param name="texts">Decodes and shares.</param>
/// <param name="buffer">Where the texts go.</param>
internal sealed class TextCellReader(ContractColumn column, CellTexts texts, TextBuffer? buffer) : CellReader(column.Name)
{
    private readonly bool _list = column.List is not null;
    private readonly TextForm _form = column.Form;

    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        // An option may come as the number of its row, where -1 means none as it does for every id.
        IsEmpty = cell.Length == 0 || (_list && cell[0] == '-' && CellParser.TryInteger(cell, out var option) && option <= -1);
        if (IsEmpty)
        {
            buffer?.SetEmpty(row);
            return null;
        }

        if (_form != TextForm.Any && !PeriodForm.Is(cell, _form))
        {
            return ReasonCodes.BadDate;
        }

        buffer?.Set(row, texts.Get(cell));
        return null;
    }
}
