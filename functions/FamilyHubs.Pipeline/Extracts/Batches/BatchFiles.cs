using FamilyHubs.Pipeline.Extracts.Archives;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>What all places of a batch have in common: loose files, and one archive looked into when the list is asked for.</summary>
public abstract class BatchFiles(string extract, ArchiveLimits limits) : IBatchFiles
{
    /// <summary>Name of the archive of a batch.</summary>
    public const string ArchiveName = "SRExtract.zip";

    private SafeArchive? _archive;
    private Dictionary<string, string>? _loose;
    private IReadOnlyList<BatchFile>? _files;

    public string Extract { get; } = extract;

    protected ArchiveLimits Limits { get; } = limits;

    public async Task<IReadOnlyList<BatchFile>> ListAsync(CancellationToken cancel)
    {
        if (_files is not null)
        {
            return _files;
        }

        Dictionary<string, string> loose = new(StringComparer.OrdinalIgnoreCase);
        List<BatchFile> files = [];
        string? archive = null;
        foreach (var (path, length) in await ListLooseAsync(cancel))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (string.Equals(name, ArchiveName, StringComparison.OrdinalIgnoreCase))
            {
                archive = path;
            }
            else if (ArchiveRules.IsPlain(name))
            {
                AddOnce(loose, name, path);
                files.Add(new BatchFile(name, length));
            }
        }

        if (archive is not null)
        {
            _archive = await SafeArchive.OpenAsync(await OpenLooseAsync(archive, cancel), ArchiveKind.Extract, Limits, cancel);
            foreach (var file in _archive.Files)
            {
                AddOnce(loose, file.Name, "");
                files.Add(file);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        _loose = loose;
        return _files = files;
    }

    public async Task<Stream> OpenAsync(string name, CancellationToken cancel)
    {
        await ListAsync(cancel);
        if (!_loose!.TryGetValue(name, out var path))
        {
            throw new ArgumentException($"The batch has no file {name}.", nameof(name));
        }

        return path.Length > 0 ? await OpenLooseAsync(path, cancel) : await _archive!.OpenEntryAsync(name, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_archive is not null)
        {
            await _archive.DisposeAsync();
        }

        await DisposeCoreAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Files that stand in the batch itself, with <c>/</c> between the parts of their path; files of other names are passed over.</summary>
    protected abstract Task<IReadOnlyList<(string Path, long Length)>> ListLooseAsync(CancellationToken cancel);

    /// <summary>A stream over one of them; the archive's must be seekable.</summary>
    protected abstract Task<Stream> OpenLooseAsync(string path, CancellationToken cancel);

    protected virtual ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;

    private static void AddOnce(Dictionary<string, string> files, string name, string path)
    {
        if (!files.TryAdd(name, path))
        {
            throw new ArchiveException($"The batch has {name} twice: once is enough, in the archive or beside it.");
        }
    }
}
