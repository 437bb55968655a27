namespace FamilyHubs.Pipeline.StorageTests;

/// <summary>Content as it comes from a network or a decompressor: once, in small pieces.</summary>
internal sealed class ForwardOnlyStream(byte[] content) : Stream
{
    private const int Piece = 10_000;
    private readonly MemoryStream _content = new(content);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => _content.Read(buffer, offset, Math.Min(count, Piece));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
