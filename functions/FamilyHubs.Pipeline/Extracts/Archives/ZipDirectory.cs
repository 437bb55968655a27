using System.Buffers.Binary;
using System.Text;

namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>Reads the directory of a zip archive as it stands, without judging its entries; see <see cref="ArchiveRules"/>.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MaxDirectoryBytes = 64 << 20;
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <param name="archive">Seekable.</param>
    /// <param name="maxEntries">More are refused before any is read.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The entries in directory order, and where the directory begins.</returns>
    /// <exception cref="ArchiveException">There is no whole directory.</exception>
    public static async Task<(List<ZipEntry> Entries, long Start)> ReadAsync(Stream archive, int maxEntries, CancellationToken cancel)
    {
        var tail = await ReadAtAsync(archive, Math.Max(0, archive.Length - EndLength - ushort.MaxValue), int.MaxValue, cancel);
        var at = FindEnd(tail);
        if (at < 0)
        {
            throw new ArchiveException("The archive has no directory at its end: it is cut off, or no zip file.");
        }

        var endPosition = archive.Length - tail.Length + at;
        var end = tail.AsMemory(at);
        long count = U16(end, 10);
        long length = U32(end, 12);
        long start = U32(end, 16);
        var directoryEnd = endPosition;
        if (U16(end, 4) is not (0 or ushort.MaxValue) || U16(end, 6) is not (0 or ushort.MaxValue))
        {
            throw new ArchiveException("The archive is one part of several: pack it as one file.");
        }

        if (count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue)
        {
            (count, length, start, directoryEnd) = await ReadEnd64Async(archive, endPosition, cancel);
        }

        if (count > maxEntries)
        {
            throw new ArchiveException($"The archive has {count} entries; {maxEntries} are allowed.");
        }

        if (start < 0 || length is < 0 or > MaxDirectoryBytes || start + length != directoryEnd)
        {
            throw new ArchiveException("The directory of the archive is not where its end says it is.");
        }

        var directory = await ReadAtAsync(archive, start, (int)length, cancel);
        return (ReadEntries(directory, (int)count), start);
    }

    /// <summary>Bytes at a position, fewer where the stream ends.</summary>
    internal static async Task<byte[]> ReadAtAsync(Stream archive, long position, int count, CancellationToken cancel)
    {
        archive.Position = position;
        var bytes = new byte[Math.Min(count, archive.Length - position)];
        await archive.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    internal static ushort U16(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);

    internal static uint U32(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);

    private static long U64(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[at..]);

    /// <summary>The end record whose comment reaches exactly to the end of the archive.</summary>
    private static int FindEnd(byte[] tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (U32(tail, at) == EndSignature && at + EndLength + U16(tail, at + 20) == tail.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static async Task<(long Count, long Length, long Start, long End)> ReadEnd64Async(
        Stream archive, long endPosition, CancellationToken cancel)
    {
        if (endPosition >= 20)
        {
            var locator = await ReadAtAsync(archive, endPosition - 20, 20, cancel);
            var position = U64(locator, 8);
            if (U32(locator, 0) == Locator64Signature && position >= 0 && position <= endPosition - 20 - 56)
            {
                var end = await ReadAtAsync(archive, position, 56, cancel);
                if (U32(end, 0) == End64Signature)
                {
                    return (U64(end, 32), U64(end, 40), U64(end, 48), position);
                }
            }
        }

        throw new ArchiveException("The archive says that it is large but lacks the records that a large archive has.");
    }

    private static List<ZipEntry> ReadEntries(byte[] directory, int count)
    {
        List<ZipEntry> entries = [];
        var at = 0;
        while (entries.Count < count)
        {
            var place = $"entry {entries.Count + 1}";
            if (directory.Length - at < EntryLength || U32(directory, at) != EntrySignature)
            {
                throw new ArchiveException($"The directory of the archive breaks off at {place} of {count}.");
            }

            var header = directory.AsMemory(at);
            int nameLength = U16(header, 28);
            int extraLength = U16(header, 30);
            at += EntryLength + nameLength + extraLength + U16(header, 32);
            if (at > directory.Length)
            {
                throw new ArchiveException($"The directory of the archive breaks off at {place} of {count}.");
            }

            var name = header.Slice(EntryLength, nameLength).ToArray();
            var extra = header.Slice(EntryLength + nameLength, extraLength);
            long length = U32(header, 24);
            long packed = U32(header, 20);
            long offset = U32(header, 42);
            ReadExtra64(extra, ref length, ref packed, ref offset);
            var text = Decode(name);
            entries.Add(new ZipEntry(
                ArchiveRules.IsPlain(text) ? text : place,
                name, text, U16(header, 8), U16(header, 10), U32(header, 16), packed, length, offset));
        }

        return at == directory.Length
            ? entries
            : throw new ArchiveException("The directory of the archive holds more than its entries.");
    }

    /// <summary>Replaces the sizes that do not fit 32 bits by those of the zip64 field.</summary>
    private static void ReadExtra64(ReadOnlyMemory<byte> extra, ref long length, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int size = U16(extra, 2);
            if (extra.Length < 4 + size)
            {
                return;
            }

            if (U16(extra, 0) == 1)
            {
                var values = extra.Slice(4, size);
                Take(ref length, ref values);
                Take(ref packed, ref values);
                Take(ref offset, ref values);
                return;
            }

            extra = extra[(4 + size)..];
        }

        static void Take(ref long value, ref ReadOnlyMemory<byte> values)
        {
            if (value == uint.MaxValue && values.Length >= 8)
            {
                value = U64(values, 0);
                values = values[8..];
            }
        }
    }

    /// <summary>An undecodable name gives a character that no allowed name has.</summary>
    private static string Decode(byte[] name)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return "?";
        }
    }
}
