using FamilyHubs.Pipeline.Extracts.Archives;

namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>A forward stream that can go back as far as its window reaches: to the line after one whose quote is never closed.</summary>
/// <param name="source">Read once.</param>
/// <param name="window">Memory for what was read last; its length is a power of two.</param>
internal sealed class ReplayStream(Stream source, byte[] window) : ForwardStream
{
    private long _position;

    /// <summary>Bytes read from the source so far.</summary>
    public long Taken { get; private set; }

    private long _undefined;
    private Utf8Faults? _utf8;

    /// <summary>Bytes that the encoding does not define, each counted once: of Windows-1252, or of UTF-8 from <see cref="UseUtf8"/> on.</summary>
    public long Undefined => _utf8?.Count ?? _undefined;

    /// <summary>Goes back, so that the next byte read is the one at <paramref name="position"/>.</summary>
    public void GoTo(long position)
    {
        if (position > Taken || Taken - position > window.Length)
        {
            throw new InvalidOperationException("The window of a file being read is too small for its longest record.");
        }

        _position = position;
    }

    /// <summary>The file turns out to be UTF-8.</summary>
    public void UseUtf8() => _utf8 = new Utf8Faults();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position < Taken)
        {
            var again = Replay(buffer.Span);
            _position += again;
            return again;
        }

        var count = await source.ReadAsync(buffer[..Math.Min(buffer.Length, window.Length)], cancellationToken);
        Keep(buffer.Span[..count]);
        Taken += count;
        _position = Taken;
        return count;
    }

    private int Replay(Span<byte> buffer)
    {
        var at = (int)(_position & (window.Length - 1));
        var count = (int)Math.Min(Math.Min(buffer.Length, Taken - _position), window.Length - at);
        window.AsSpan(at, count).CopyTo(buffer);
        return count;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_utf8 is null)
        {
            _undefined += Windows1252.CountUndefined(bytes);
        }
        else
        {
            _utf8.Add(bytes);
        }

        var at = (int)(Taken & (window.Length - 1));
        var first = Math.Min(bytes.Length, window.Length - at);
        bytes[..first].CopyTo(window.AsSpan(at));
        bytes[first..].CopyTo(window);
    }
}
