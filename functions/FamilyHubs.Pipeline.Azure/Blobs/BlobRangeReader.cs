using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.Blobs;

/// <summary>Reads ranges of one version of a blob.</summary>
internal sealed class BlobRangeReader(BlobClient client, string container, string name)
{
    private ETag? _etag;

    /// <summary>Reads the first bytes and binds the reader to the version they are of. Gives their number and the length of the blob.</summary>
    public async Task<(int Read, long Length)> OpenAsync(string? ifMatch, Memory<byte> first, CancellationToken cancel)
    {
        if (ifMatch is not null) _etag = new ETag(ifMatch);
        try
        {
            return await DownloadAsync(0, first, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidRange)
        {
            // An empty blob has no range at all.
            var properties = await client.GetPropertiesAsync(Conditions(), cancel).ConfigureAwait(false);
            _etag = properties.Value.ETag;
            return (0, properties.Value.ContentLength);
        }
        catch (RequestFailedException e)
        {
            // A condition on a blob that is not there is answered with 404 or, by some, with 412.
            throw e.ErrorCode == BlobErrorCode.ConditionNotMet && !await client.ExistsAsync(cancel).ConfigureAwait(false)
                ? new BlobNotFoundException(container, name, e)
                : Translate(e);
        }
    }

    /// <summary>Fills the buffer from an offset; the range lies within the blob.</summary>
    public async Task ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            var (read, _) = await DownloadAsync(offset, buffer, cancel).ConfigureAwait(false);
            if (read < buffer.Length) throw new EndOfStreamException($"Blob {container}/{name} ended early.");
        }
        catch (RequestFailedException e)
        {
            throw Translate(e);
        }
    }

    private async Task<(int Read, long Length)> DownloadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(offset, buffer.Length), Conditions = Conditions() };
        var answer = (await client.DownloadStreamingAsync(options, cancel).ConfigureAwait(false)).Value;
        await using var content = answer.Content;
        _etag ??= answer.Details.ETag;
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return (read, TotalLength(answer.Details));
    }

    private static long TotalLength(BlobDownloadDetails details) => details.ContentRange is { } range
        ? long.Parse(range.AsSpan(range.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture)
        : details.ContentLength;

    private BlobRequestConditions? Conditions() => _etag is { } etag ? new BlobRequestConditions { IfMatch = etag } : null;

    private Exception Translate(RequestFailedException e)
    {
        AzureBlobs.ThrowIfContainerMissing(container, e);
        return e switch
        {
            { ErrorCode: var code } when code == BlobErrorCode.ConditionNotMet => new BlobConflictException(container, name, e),
            { Status: 404 } => new BlobNotFoundException(container, name, e),
            _ => e,
        };
    }
}
