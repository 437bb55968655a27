using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Days and times: both are written in every form, a day column lets go of the time.</summary>
/// <param name="column">Name of the column.</param>
/// <param name="forms">How the file writes dates.</param>
/// <param name="days">Where the days go, when they are kept and the column is one of days.</param>
/// <param name="times">Where the times go, when they are kept and the column is one of times.</param>
internal sealed class DateReader(string column, DateForms forms, ValueBuffer<DateOnly>? days, ValueBuffer<DateTime>? times) : CellReader(column)
{
    private readonly bool _iso = forms == DateForms.Iso;

    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        cell = Trim(cell);
        IsEmpty = cell.Length == 0;
        if (IsEmpty)
        {
            days?.SetEmpty(row);
            times?.SetEmpty(row);
            return null;
        }

        if (_iso ? !CellParser.TryIsoDate(cell, out var value) : !CellParser.TryDate(cell, out value))
        {
            return ReasonCodes.BadDate;
        }

        days?.Set(row, DateOnly.FromDateTime(value));
        times?.Set(row, value);
        return null;
    }
}
