using System.Buffers;
using System.IO.Hashing;
using FamilyHubs.Pipeline.Columns;
using Microsoft.Win32.SafeHandles;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>
/// The temporary file of one staged table: blocks of rows, one after the other, each checked when it is read. The file is
/// readable by this user only and is deleted when it is closed, by the system if the process dies.
/// </summary>
internal sealed class SpillFile(TableSchema schema, string folder) : IDisposable
{
    // Small, since a merge has a block of every run at hand when keys come in no order: hundreds of runs in a file of ten million rows.
    private const int BlockRows = 512;

    private readonly TextPool _texts = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private SafeFileHandle? _handle;
    private long _length;

    public string? Path { get; private set; }

    /// <summary>Appends rows.</summary>
    public IReadOnlyList<SpillBlock> Append(ColumnSet rows)
    {
        var handle = _handle ??= Create();
        List<SpillBlock> blocks = [];
        for (var start = 0; start < rows.RowCount; start += BlockRows)
        {
            _buffer.ResetWrittenCount();
            SpillCodec.Write(_buffer, rows, start, Math.Min(BlockRows, rows.RowCount - start));
            RandomAccess.Write(handle, _buffer.WrittenSpan, _length);
            blocks.Add(new SpillBlock(_length, _buffer.WrittenCount, XxHash3.HashToUInt64(_buffer.WrittenSpan)));
            _length += _buffer.WrittenCount;
        }

        return blocks;
    }

    /// <exception cref="InvalidDataException">The bytes are not those that were written.</exception>
    public ColumnSet Read(SpillBlock block)
    {
        var rented = ArrayPool<byte>.Shared.Rent(block.Length);
        try
        {
            var bytes = rented.AsSpan(0, block.Length);
            for (var done = 0; done < block.Length;)
            {
                var read = RandomAccess.Read(_handle!, bytes[done..], block.Offset + done);
                done += read > 0 ? read : throw Damaged();
            }

            return XxHash3.HashToUInt64(bytes) == block.Hash ? SpillCodec.Read(bytes, schema, _texts) : throw Damaged();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public void Dispose() => _handle?.Dispose();

    private SafeFileHandle Create()
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, $"lake-{System.IO.Path.GetRandomFileName()}.spill");
        var handle = File.OpenHandle(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return handle;
    }

    private InvalidDataException Damaged() =>
        new($"The temporary file of table {schema.Name} was damaged on the disk. Nothing was committed; run the batch again.");
}
