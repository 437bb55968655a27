namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>
/// The texts of a column seen lately: an equal text costs a look and no allocation, so that codes and organisations share a
/// string. A column of distinct texts loses next to nothing.
/// </summary>
internal sealed class TextCache
{
    private const int Bits = 12;
    private readonly string?[] _slots = new string?[1 << Bits];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        var (middle, nextToLast) = (text[text.Length / 2], text[Math.Max(0, text.Length - 2)]);
        var mixed = text[0] | ((ulong)text[^1] << 16) | ((ulong)middle << 32) | ((ulong)nextToLast << 48);
        ref var slot = ref _slots[(mixed * 0x9E3779B97F4A7C15UL) >> (64 - Bits)];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = text.ToString();
    }
}
