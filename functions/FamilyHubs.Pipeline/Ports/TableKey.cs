using System.Buffers;
using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Ports;

/// <summary>
/// Makes any text a partition or row key. The service refuses <c>/ \ # ?</c>, U+0000-001F and U+007F-009F; lone surrogates cannot be
/// sent at all. Such a character, and the mark itself, becomes <c>!</c> and four hexadecimal digits. Each character is encoded by
/// itself, so a key begins with a prefix exactly when its encoded form begins with the encoded prefix.
/// The mark is not <c>%</c>: clients and proxies decode that once too often in addresses.
/// </summary>
public static class TableKey
{
    private const char Mark = '!';
    private const int EscapeLength = 5;
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(UnsafeCharacters());

    /// <summary>The key as stored.</summary>
    public static string Encode(string key)
    {
        if (!key.AsSpan().ContainsAny(Unsafe)) return key;
        var encoded = new StringBuilder(key.Length + 4 * EscapeLength);
        for (var i = 0; i < key.Length; i++)
        {
            if (char.IsSurrogatePair(key, i)) encoded.Append(key, i++, 2);
            else if (Unsafe.Contains(key[i])) encoded.Append(Mark).Append(((int)key[i]).ToString("X4", CultureInfo.InvariantCulture));
            else encoded.Append(key[i]);
        }
        return encoded.ToString();
    }

    /// <summary>The text of a stored key.</summary>
    public static string Decode(string stored)
    {
        if (!stored.Contains(Mark, StringComparison.Ordinal)) return stored;
        var key = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == Mark && i + EscapeLength <= stored.Length
                && ushort.TryParse(stored.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                key.Append((char)code);
                i += EscapeLength - 1;
            }
            else
            {
                key.Append(stored[i]);
            }
        }
        return key.ToString();
    }

    private static string UnsafeCharacters()
    {
        var unsafeCharacters = new StringBuilder(@"/\#?").Append(Mark);
        for (var c = '\0'; c < '\u0020'; c++) unsafeCharacters.Append(c);
        for (var c = '\u007F'; c < '\u00A0'; c++) unsafeCharacters.Append(c);
        for (var c = 0xD800; c < 0xE000; c++) unsafeCharacters.Append((char)c);
        return unsafeCharacters.ToString();
    }
}
