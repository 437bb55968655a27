using System.IO.Pipelines;
using System.Security.Cryptography;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>
/// Reads a file ahead of its reader, so that unpacking goes on while what came before is parsed, and takes the SHA-256 of its bytes. The first
/// blocks are read at once; from where it has to wait, for the source or for its reader, it goes on in the background.
/// </summary>
internal sealed class FilePump : IAsyncDisposable
{
    private const int BlockBytes = 1 << 17;
    private static readonly PipeOptions PipeOptions = new(
        pauseWriterThreshold: 16 * BlockBytes, resumeWriterThreshold: 8 * BlockBytes, minimumSegmentSize: BlockBytes, useSynchronizationContext: false);

    private readonly Pipe _pipe = new(PipeOptions);
    private readonly CancellationTokenSource _stop;
    private readonly Task<string> _hash;

    public FilePump(Stream source, CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Content = _pipe.Reader.AsStream();
        _hash = RunAsync(source, _stop.Token);
    }

    /// <summary>The bytes of the file. Throws what reading the file threw.</summary>
    public Stream Content { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal, once all of <see cref="Content"/> has been read.</summary>
    public Task<string> HashAsync() => _hash;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pipe.Reader.CompleteAsync();
        await ((Task)_hash).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task<string> RunAsync(Stream source, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            while (true)
            {
                var memory = _pipe.Writer.GetMemory(BlockBytes);
                var count = await source.ReadAsync(memory, cancel);
                if (count == 0)
                {
                    break;
                }

                hash.AppendData(memory.Span[..count]);
                _pipe.Writer.Advance(count);
                if ((await _pipe.Writer.FlushAsync(cancel)).IsCompleted)
                {
                    break;
                }
            }

            await _pipe.Writer.CompleteAsync();
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e)
        {
            await _pipe.Writer.CompleteAsync(e);
            throw;
        }
        finally
        {
            await source.DisposeAsync();
        }
    }
}
