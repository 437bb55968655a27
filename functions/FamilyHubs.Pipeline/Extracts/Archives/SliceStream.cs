namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>A part of a seekable stream, which it leaves open.</summary>
internal sealed class SliceStream(Stream source, long position, long length) : ForwardStream
{
    private long _position = position;
    private long _left = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 || buffer.Length == 0)
        {
            return 0;
        }

        if (source.Position != _position)
        {
            source.Position = _position;
        }

        var count = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _position += count;
        _left -= count;
        return count;
    }
}
