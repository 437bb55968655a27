using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FamilyHubs.Pipeline.Tests.Extracts.Archives;

/// <summary>Makes archives, and spoils them at named places.</summary>
internal static class ZipBuilder
{
    private const uint LocalSignature = 0x04034b50;
    private const uint EntrySignature = 0x02014b50;

    /// <summary>An archive of files with compressible content.</summary>
    public static byte[] Make(CompressionLevel level, params (string Name, string Text)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(Encoding.Latin1.GetBytes(text));
            }
        }

        return archive.ToArray();
    }

    /// <summary>Position of a directory entry.</summary>
    public static int Entry(byte[] zip, int index = 0) => Nth(zip, EntrySignature, index);

    /// <summary>Position of a local header.</summary>
    public static int Local(byte[] zip, int index = 0) => Nth(zip, LocalSignature, index);

    /// <summary>Position of the end record.</summary>
    public static int End(byte[] zip) => zip.Length - 22;

    public static byte[] Put16(byte[] zip, int at, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(at), (ushort)value);
        return zip;
    }

    public static byte[] Put32(byte[] zip, int at, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at), value);
        return zip;
    }

    public static uint Get32(byte[] zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at));

    private static int Nth(byte[] zip, uint signature, int index)
    {
        for (var at = 0; at <= zip.Length - 4; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)) == signature && index-- == 0)
            {
                return at;
            }
        }

        throw new ArgumentException("The archive has no such part.", nameof(index));
    }
}
