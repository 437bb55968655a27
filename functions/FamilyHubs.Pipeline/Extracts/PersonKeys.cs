using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>
/// Turns identifiers into keys that link records and cannot be turned back without the secret: HMAC-SHA-256, 64 lower-case hexadecimal
/// digits (extracts.md 6). May be used by several threads.
/// </summary>
/// <param name="key">The secret; at least 32 bytes.</param>
/// <param name="version">Version of the secret, stored beside each key.</param>
public sealed class PersonKeys(ReadOnlyMemory<byte> key, string version) : IDisposable
{
    private const int LongestOnStack = 128;

    // A keyed context is set up once and used again: half the work of hashing a short value is setting up the key.
    private readonly ConcurrentBag<IncrementalHash> _contexts = [];
    private readonly byte[] _key = key.Length >= 32
        ? key.ToArray()
        : throw new ArgumentException("The key of PersonKey has fewer than 32 bytes: make one of 32 random bytes.", nameof(key));

    /// <summary>Version of the secret.</summary>
    public string Version { get; } = version;

    /// <summary>The key of a value, as it stands.</summary>
    public string Of(ReadOnlySpan<byte> asciiOrUtf8Value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var context = _contexts.TryTake(out var used) ? used : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        context.AppendData(asciiOrUtf8Value);
        context.GetHashAndReset(hash);
        _contexts.Add(context);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The key of an NHS number, whatever blanks it is written with; null when there is none.</summary>
    public string? OfNhsNumber(ReadOnlySpan<byte> cell) => OfWithoutBlanks(cell);

    /// <summary>The key of a postcode, whatever its capitals and blanks; null when there is none.</summary>
    public string? OfPostcode(ReadOnlySpan<byte> cell) => OfWithoutBlanks(cell);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        foreach (var context in _contexts)
        {
            context.Dispose();
        }
    }

    private string? OfWithoutBlanks(ReadOnlySpan<byte> cell)
    {
        var plain = cell.Length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[cell.Length];
        var length = 0;
        foreach (var b in cell)
        {
            // 0xA0 is the no-break space of Windows-1252.
            if (b is not ((byte)' ' or (byte)'\t' or 0xA0))
            {
                plain[length++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            }
        }

        return length == 0 ? null : Of(plain[..length]);
    }
}
