using static FamilyHubs.Pipeline.Extracts.Archives.ZipDirectory;

namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>The second description of an entry, before its data: where it differs from the directory, one of the two lies.</summary>
internal static class ZipLocalHeader
{
    private const uint Signature = 0x04034b50;
    private const int HeaderLength = 30;

    /// <summary>The position of the entry's data.</summary>
    /// <exception cref="ArchiveException">Header and directory differ.</exception>
    public static async Task<long> CheckAsync(Stream archive, ZipEntry entry, CancellationToken cancel)
    {
        var header = await ReadAtAsync(archive, entry.Offset, HeaderLength + entry.RawName.Length, cancel);
        if (header.Length < HeaderLength + entry.RawName.Length || U32(header, 0) != Signature)
        {
            throw new ArchiveException($"{entry.Label} in the archive is not where the directory says it is.");
        }

        var sizesFollow = (U16(header, 6) & 8) != 0;
        var same = U16(header, 6) == entry.Flags
            && U16(header, 8) == entry.Method
            && U16(header, 26) == entry.RawName.Length
            && header.AsSpan(HeaderLength).SequenceEqual(entry.RawName)
            && (sizesFollow
                || (U32(header, 14) == entry.Crc32
                    && IsSize(U32(header, 18), entry.PackedLength)
                    && IsSize(U32(header, 22), entry.Length)));
        if (!same)
        {
            throw new ArchiveException($"{entry.Label} in the archive is described in two ways that differ.");
        }

        var data = entry.Offset + header.Length + U16(header, 28);
        return data + entry.PackedLength <= entry.Limit
            ? data
            : throw new ArchiveException($"{entry.Label} in the archive overlaps what follows it.");
    }

    /// <summary>A size that does not fit 32 bits stands in the zip64 field; the directory's was taken from there.</summary>
    private static bool IsSize(uint local, long size) => local == size || local == uint.MaxValue;
}
