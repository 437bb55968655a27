using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Writes a raster as PNG (ISO/IEC 15948): 8-bit RGB, each row stored as the difference to the row above.</summary>
internal static class PngWriter
{
    private const byte UpFilter = 2;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(Raster raster)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, Header(raster));
        WriteChunk(file, "IDAT"u8, Body(raster));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Header(Raster raster)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), raster.Height);
        header[8] = 8; // bits a sample
        header[9] = 2; // truecolour
        return header;
    }

    private static byte[] Body(Raster raster)
    {
        using var body = new MemoryStream();
        using (var zlib = new ZLibStream(body, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = new byte[raster.Width * 3 + 1];
            line[0] = UpFilter;
            for (var y = 0; y < raster.Height; y++)
            {
                var row = raster.Row(y);
                var above = y == 0 ? default : raster.Row(y - 1);
                for (var index = 0; index < row.Length; index++)
                {
                    line[index + 1] = (byte)(row[index] - (y == 0 ? 0 : above[index]));
                }

                zlib.Write(line);
            }
        }

        return body.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
