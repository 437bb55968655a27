using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace FamilyHubs.Pipeline.Columns;

/// <summary>
/// One string for equal texts. Texts come as UTF-16 spans, so that a repeated cell costs a look-up and no allocation.
/// Forgets everything when it is full: a column of distinct texts gains nothing from being remembered.
/// </summary>
public sealed class TextPool(int capacity = 1 << 16)
{
    private readonly Dictionary<ulong, string> _texts = [];

    /// <summary>Gives a string equal to <paramref name="text"/>; null for an empty span.</summary>
    public string? Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));
        if (_texts.TryGetValue(hash, out var known) && text.SequenceEqual(known))
        {
            return known;
        }

        if (_texts.Count >= capacity)
        {
            _texts.Clear();
        }

        return _texts[hash] = text.ToString();
    }
}
