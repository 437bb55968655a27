using System.Buffers;
using System.Text;

namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>
/// Windows-1252, in which five bytes mean nothing: they become U+FFFD and are counted. The platform's decoder turns them into control
/// characters without a word.
/// </summary>
internal static class Windows1252
{
    // 0x80 to 0x9F; the rest is as in Latin-1.
    private const string High =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
        "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    private static readonly SearchValues<byte> Undefined = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>Writes one character for each byte.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        Encoding.Latin1.GetChars(bytes, chars);
        if (Ascii.IsValid(bytes))
        {
            return;
        }

        foreach (ref var c in chars[..bytes.Length])
        {
            if (c is >= '\u0080' and <= '\u009F')
            {
                c = High[c - 0x80];
            }
        }
    }

    public static long CountUndefined(ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        while (bytes.IndexOfAny(Undefined) is var at and >= 0)
        {
            count++;
            bytes = bytes[(at + 1)..];
        }

        return count;
    }
}
