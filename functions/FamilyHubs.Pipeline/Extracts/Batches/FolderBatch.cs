using FamilyHubs.Pipeline.Extracts.Archives;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>A batch in a folder of this machine.</summary>
public sealed class FolderBatch(string folder, ArchiveLimits? limits = null)
    : BatchFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), limits ?? ArchiveLimits.Default)
{
    protected override Task<IReadOnlyList<(string Path, long Length)>> ListLooseAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<(string, long)>>(
            [.. new DirectoryInfo(folder).EnumerateFiles().Select(f => (f.Name, f.Length))]);

    protected override Task<Stream> OpenLooseAsync(string path, CancellationToken cancel) =>
        Task.FromResult<Stream>(new FileStream(
            Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan));
}
