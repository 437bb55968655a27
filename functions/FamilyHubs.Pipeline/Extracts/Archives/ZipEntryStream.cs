using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>Unpacks one entry and compares length and CRC-32 with the directory when the end is reached.</summary>
internal sealed class ZipEntryStream : ForwardStream
{
    private readonly ZipEntry _entry;
    private readonly Stream _unpacked;
    private readonly Crc32 _crc = new();
    private long _count;

    public ZipEntryStream(Stream archive, ZipEntry entry, long position)
    {
        _entry = entry;
        var packed = new SliceStream(archive, position, entry.PackedLength);
        _unpacked = entry.Method == 8 ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await _unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveException($"{_entry.Label} in the archive is damaged: its packed data cannot be read.", e);
        }

        _count += count;
        if (_count > _entry.Length)
        {
            throw new ArchiveException($"{_entry.Label} in the archive has more bytes than the {_entry.Length} that it declares.");
        }

        if (count > 0)
        {
            _crc.Append(buffer.Span[..count]);
        }
        else if (buffer.Length > 0)
        {
            CheckWhole();
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckWhole()
    {
        if (_count != _entry.Length)
        {
            throw new ArchiveException($"{_entry.Label} in the archive ends after {_count} of {_entry.Length} bytes: it is cut off.");
        }

        Span<byte> crc = stackalloc byte[4];
        _crc.GetCurrentHash(crc);
        if (BinaryPrimitives.ReadUInt32LittleEndian(crc) != _entry.Crc32)
        {
            throw new ArchiveException($"{_entry.Label} in the archive is damaged: its check sum is wrong.");
        }
    }
}
