using System.IO.Hashing;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>The texts of one column, equal ones shared: a repeated cell costs a look-up by its bytes, and no decoding.</summary>
/// <param name="utf8">UTF-8; otherwise Windows-1252.</param>
internal sealed class CellTexts(bool utf8)
{
    private const int Slots = 1 << 12;
    private const int LongestShared = 256;
    private readonly (ulong Hash, string? Text)[] _recent = new (ulong, string?)[Slots];
    private readonly TextPool _pool = new();

    /// <summary>The text of a cell; null for an empty one.</summary>
    public string? Get(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        var hash = XxHash3.HashToUInt64(cell);
        ref var recent = ref _recent[hash & (Slots - 1)];
        if (recent.Hash == hash && recent.Text is { } known && Ascii.Equals(cell, known))
        {
            return known;
        }

        var text = Decode(cell);
        recent = (hash, text);
        return text;
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
