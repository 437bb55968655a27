namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>Bytes that are appended and later read: in memory while they are few, then in a file that goes when it is closed.</summary>
internal sealed class SpillStream : IAsyncDisposable
{
    private const int MaxInMemory = 1 << 20;
    private readonly MemoryStream _memory = new();
    private FileStream? _file;

    /// <summary>Enough has come together to be moved to the file.</summary>
    public bool IsFull => _memory.Length >= MaxInMemory;

    public void Append(ReadOnlySpan<byte> bytes) => _memory.Write(bytes);

    /// <summary>Moves what is in memory to the file.</summary>
    public async ValueTask SpillAsync(CancellationToken cancel)
    {
        _file ??= new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        _memory.Position = 0;
        await _memory.CopyToAsync(_file, cancel);
        _memory.SetLength(0);
    }

    /// <summary>Everything that was appended, from the beginning.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken cancel)
    {
        if (_file is not null)
        {
            await SpillAsync(cancel);
            _file.Position = 0;
            await _file.CopyToAsync(target, cancel);
            return;
        }

        _memory.Position = 0;
        await _memory.CopyToAsync(target, cancel);
        _memory.Position = _memory.Length;
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;
}
