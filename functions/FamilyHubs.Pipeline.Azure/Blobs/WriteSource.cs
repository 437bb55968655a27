using System.Security.Cryptography;

namespace FamilyHubs.Pipeline.Azure.Blobs;

/// <summary>Content on its way to a blob, comparable afterwards with what is there: read again if it can be, else hashed while it is read.</summary>
internal sealed class WriteSource : IDisposable
{
    private readonly long _start;
    private readonly IncrementalHash? _hash;

    public WriteSource(Stream content)
    {
        if (content.CanSeek)
        {
            (Content, _start) = (content, content.Position);
        }
        else
        {
            _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Content = new HashingStream(content, _hash);
        }
    }

    public Stream Content { get; }

    /// <summary>Whether <paramref name="other"/> has the same bytes. Call once, after the content has been read.</summary>
    public async Task<bool> EqualsAsync(Stream other, CancellationToken cancel)
    {
        byte[] own;
        if (_hash is not null)
        {
            own = _hash.GetHashAndReset();
        }
        else
        {
            Content.Position = _start;
            own = await SHA256.HashDataAsync(Content, cancel).ConfigureAwait(false);
        }
        var found = await SHA256.HashDataAsync(other, cancel).ConfigureAwait(false);
        return own.AsSpan().SequenceEqual(found);
    }

    public void Dispose() => _hash?.Dispose();
}
