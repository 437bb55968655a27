namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>
/// A zip archive of which every byte handed out is checked: System.IO.Compression in .NET 10 verifies neither CRC nor length and gives
/// part of a damaged entry without a word (architecture.md 3.7). Entries are read one after another, never whole.
/// </summary>
public sealed class SafeArchive : IAsyncDisposable
{
    private readonly Stream _archive;
    private readonly Dictionary<string, ZipEntry> _entries;

    private SafeArchive(Stream archive, IReadOnlyList<ZipEntry> entries)
    {
        _archive = archive;
        _entries = entries.ToDictionary(e => e.FileName, StringComparer.Ordinal);
        Files = [.. entries.Select(e => new BatchFile(e.FileName, e.Length))];
    }

    /// <summary>The files in it, with their unpacked length as the directory declares it.</summary>
    public IReadOnlyList<BatchFile> Files { get; }

    /// <summary>Reads and checks the directory.</summary>
    /// <param name="archive">Seekable; disposed with the archive, or at once when it is refused.</param>
    /// <param name="kind">Names that may stand in it.</param>
    /// <param name="limits">Sizes and ratio.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ArchiveException">The archive is refused.</exception>
    public static async Task<SafeArchive> OpenAsync(Stream archive, ArchiveKind kind, ArchiveLimits limits, CancellationToken cancel)
    {
        try
        {
            var (entries, start) = await ZipDirectory.ReadAsync(archive, limits.MaxEntries, cancel);
            return new SafeArchive(archive, ArchiveRules.Check(entries, start, kind, limits));
        }
        catch (Exception e)
        {
            await archive.DisposeAsync();
            if (e is EndOfStreamException or OverflowException)
            {
                throw new ArchiveException("The directory of the archive cannot be read.", e);
            }

            throw;
        }
    }

    /// <summary>
    /// The unpacked bytes of a file. Reading past the last byte checks length and CRC-32, so read to the end before believing any of it.
    /// </summary>
    /// <exception cref="ArchiveException">The entry is not what the directory says; may be thrown by the stream too.</exception>
    public async Task<Stream> OpenEntryAsync(string file, CancellationToken cancel)
    {
        if (!_entries.TryGetValue(file, out var entry))
        {
            throw new ArgumentException($"The archive has no file {file}.", nameof(file));
        }

        var position = await ZipLocalHeader.CheckAsync(_archive, entry, cancel);
        return new ZipEntryStream(_archive, entry, position);
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();
}
