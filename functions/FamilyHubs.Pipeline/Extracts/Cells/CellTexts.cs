using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>The texts of one column, equal ones shared: a repeated cell costs a look-up by its bytes, and no decoding.</summary>
/// <param name="utf8">UTF-8; otherwise Windows-1252.</param>
internal sealed class CellTexts(bool utf8)
{
    private const int SlotBits = 12;
    private const int Slots = 1 << SlotBits;
    private const int LongestShared = 256;
    private readonly string?[] _recent = new string?[Slots];
    private readonly TextPool _pool = new();

    /// <summary>The text of a cell; null for an empty one.</summary>
    public string? Get(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        ref var recent = ref _recent[Slot(cell)];
        return recent is not null && Ascii.Equals(cell, recent) ? recent : recent = Decode(cell);
    }

    /// <summary>A place for the cell by its length and up to 24 of its bytes. Cells that share one only cost the look-up in the pool.</summary>
    private static int Slot(ReadOnlySpan<byte> cell)
    {
        ulong mixed;
        if (cell.Length >= sizeof(ulong))
        {
            var middle = BinaryPrimitives.ReadUInt64LittleEndian(cell[((cell.Length - sizeof(ulong)) / 2)..]);
            mixed = BinaryPrimitives.ReadUInt64LittleEndian(cell) ^ BitOperations.RotateLeft(middle, 21)
                ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(cell[^sizeof(ulong)..]), 42);
        }
        else
        {
            mixed = 0;
            foreach (var b in cell)
            {
                mixed = (mixed << 8) | b;
            }
        }

        return (int)(((mixed + (ulong)cell.Length) * 0x9E3779B97F4A7C15UL) >> (64 - SlotBits));
    }

    private string Decode(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > LongestShared)
        {
            if (utf8)
            {
                return Encoding.UTF8.GetString(cell);
            }

            var array = new char[cell.Length];
            Windows1252.Decode(cell, array);
            return new string(array);
        }

        Span<char> chars = stackalloc char[LongestShared];
        var length = cell.Length;
        if (utf8)
        {
            length = Encoding.UTF8.GetChars(cell, chars);
        }
        else
        {
            Windows1252.Decode(cell, chars);
        }

        return _pool.Get(chars[..length])!;
    }
}
