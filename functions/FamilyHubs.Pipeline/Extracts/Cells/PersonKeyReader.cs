namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Replaces an NHS number by its key, the key's version, and whether the number's check digit is right (extracts.md 6).</summary>
internal sealed class PersonKeyReader(string column, PersonKeys keys, TextBuffer? key, TextBuffer? version, ValueBuffer<bool>? valid)
    : CellReader(column)
{
    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        var personKey = keys.OfNhsNumber(cell);
        IsEmpty = personKey is null;
        key?.Set(row, personKey);
        version?.Set(row, personKey is null ? null : keys.Version);
        if (IsEmpty)
        {
            valid?.SetEmpty(row);
        }
        else
        {
            valid?.Set(row, NhsNumber.IsValid(cell));
        }

        return null;
    }
}
