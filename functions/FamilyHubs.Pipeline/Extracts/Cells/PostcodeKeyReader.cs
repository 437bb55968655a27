using System.IO.Hashing;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Replaces a postcode by its key (extracts.md 6). Few postcodes stand in many rows: the key of each is remembered.</summary>
internal sealed class PostcodeKeyReader(string column, PersonKeys keys, TextBuffer? key) : CellReader(column)
{
    private const int MaxRemembered = 1 << 17;
    private readonly Dictionary<UInt128, string?> _known = [];

    public override string? Read(ReadOnlySpan<byte> cell, int row)
    {
        var hash = XxHash128.HashToUInt128(cell);
        if (!_known.TryGetValue(hash, out var postcodeKey))
        {
            if (_known.Count >= MaxRemembered)
            {
                _known.Clear();
            }

            _known[hash] = postcodeKey = keys.OfPostcode(cell);
        }

        IsEmpty = postcodeKey is null;
        key?.Set(row, postcodeKey);
        return null;
    }
}
