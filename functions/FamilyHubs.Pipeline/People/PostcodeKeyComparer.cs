using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// Compares postcode keys, which are 64 digits of an HMAC: a few of them are as good a hash as all, and take a tenth of the time.
/// </summary>
internal sealed class PostcodeKeyComparer : IEqualityComparer<string>
{
    private PostcodeKeyComparer()
    {
    }

    public static PostcodeKeyComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj)
    {
        var bytes = MemoryMarshal.AsBytes(obj.AsSpan());
        return bytes.Length < 2 * sizeof(ulong) ? obj.Length : HashCode.Combine(MemoryMarshal.Read<ulong>(bytes[^8..]), MemoryMarshal.Read<ulong>(bytes[^16..^8]));
    }
}
