using System.Buffers;

namespace FamilyHubs.Pipeline.Azure.Blobs;

/// <summary>
/// A seekable stream over one version of a blob. It reads little after a seek (a footer, a directory) and, while reading goes on in order,
/// ever larger ranges up to 4 MiB, the next one ahead of its use, so that transfer and parsing overlap. Not for several threads at once.
/// </summary>
internal sealed class BlobReadStream : Stream
{
    private const int SmallRange = 128 * 1024;
    private const int LargeRange = 4 * 1024 * 1024;
    private const int ReadAheadFrom = 1024 * 1024;

    private readonly BlobRangeReader _reader;
    private readonly CancellationTokenSource _disposed = new();
    private BlobRange _current;
    private (BlobRange Range, Task Reading)? _next;
    private long _position;

    private BlobReadStream(BlobRangeReader reader, BlobRange first, long length) => (_reader, _current, Length) = (reader, first, length);

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A position is not negative.");
    }

    public static async Task<BlobReadStream> OpenAsync(BlobRangeReader reader, string? ifMatch, CancellationToken cancel)
    {
        var first = BlobRange.Rent(0, SmallRange);
        try
        {
            var (read, length) = await reader.OpenAsync(ifMatch, first.Memory, cancel).ConfigureAwait(false);
            return new BlobReadStream(reader, first.Shorten(read), length);
        }
        catch
        {
            first.Return();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        if (buffer.IsEmpty || _position >= Length) return 0;
        if (!_current.Holds(_position)) await MoveAsync(cancellationToken).ConfigureAwait(false);
        var read = _current.CopyTo(buffer.Span, _position);
        _position += read;
        ReadAhead();
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // For readers that know no other way; there is no context here to dead-lock with.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A blob is read, not written, by this stream.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob is read, not written, by this stream.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed.IsCancellationRequested)
        {
            _disposed.Cancel();
            DropNext();
            _current.Return();
            _disposed.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Makes the range that holds the position the current one.</summary>
    private async Task MoveAsync(CancellationToken cancel)
    {
        if (_next is { } next && next.Range.Holds(_position))
        {
            try
            {
                await next.Reading.WaitAsync(cancel).ConfigureAwait(false);
            }
            catch when (next.Reading.IsCompleted)
            {
                DropNext();
                throw;
            }
            _next = null;
            _current.Return();
            _current = next.Range;
            return;
        }

        DropNext();
        var range = RangeAt(_position, _position == _current.End ? Grown() : SmallRange);
        try
        {
            await _reader.ReadAsync(range.Start, range.Memory, cancel).ConfigureAwait(false);
        }
        catch
        {
            range.Return();
            throw;
        }
        _current.Return();
        _current = range;
    }

    private void ReadAhead()
    {
        if (_next is not null || _current.Length < ReadAheadFrom || _current.End >= Length) return;
        var range = RangeAt(_current.End, Grown());
        _next = (range, _reader.ReadAsync(range.Start, range.Memory, _disposed.Token));
    }

    private int Grown() => Math.Clamp(_current.Length * 2, SmallRange, LargeRange);

    private BlobRange RangeAt(long start, int length) => BlobRange.Rent(start, (int)Math.Min(length, Length - start));

    /// <summary>A download in flight still writes to its buffer: that goes back to the pool when it has ended.</summary>
    private void DropNext()
    {
        if (_next is not { } next) return;
        _next = null;
        _ = next.Reading.ContinueWith(
            reading =>
            {
                _ = reading.Exception;
                next.Range.Return();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Bytes of the blob from <see cref="Start"/> in a pooled array.</summary>
    private readonly record struct BlobRange(long Start, byte[] Bytes, int Length)
    {
        public long End => Start + Length;

        public Memory<byte> Memory => Bytes.AsMemory(0, Length);

        public static BlobRange Rent(long start, int length) => new(start, ArrayPool<byte>.Shared.Rent(length), length);

        public BlobRange Shorten(int length) => this with { Length = length };

        public bool Holds(long position) => position >= Start && position < End;

        public int CopyTo(Span<byte> target, long position)
        {
            var available = Bytes.AsSpan((int)(position - Start), (int)(End - position));
            if (available.Length > target.Length) available = available[..target.Length];
            available.CopyTo(target);
            return available.Length;
        }

        public void Return() => ArrayPool<byte>.Shared.Return(Bytes);
    }
}
