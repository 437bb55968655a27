using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>What <c>validate</c> looks at: one batch, packed or not, or one return or reference file, read by itself.</summary>
internal static class CheckedInput
{
    /// <summary>Reads it to its end, whatever is wrong with it.</summary>
    /// <exception cref="UsageException">There is nothing of the kind at the path.</exception>
    public static async Task<BatchReading> ReadAsync(string path, Profile profile, Terminal terminal, CancellationToken cancel)
    {
        // Nothing is stored, so the keys made on the way need no secret.
        var keys = new PersonKeys(new byte[32], "none");
        if (IngestPlan.FilePath(path, ContractCatalog.Shipped) is { } name && File.Exists(path))
        {
            return await ReadFileAsync(path, name, keys, profile.Extract, cancel);
        }

        await using var files = Open(path);
        var progress = new ReadProgressLines(terminal, files.Extract);
        var reading = await new BatchReader(ContractCatalog.Shipped, keys, profile.Extract).ReadAsync(files, BatchHistory.Unknown, sinkOf: null, progress, cancel);
        progress.End();
        return reading;
    }

    private static async Task<BatchReading> ReadFileAsync(string path, string name, PersonKeys keys, ExtractSettings settings, CancellationToken cancel)
    {
        var reading = await new ReturnReader(ContractCatalog.Shipped, keys, settings).ReadAsync(name, File.OpenRead(path), NullSink.Instance, cancel);
        return new BatchReading
        {
            Extract = name,
            ContentHash = reading.ContentHash,
            Tables = [reading],
            Findings = reading.Findings,
            Verdict = reading.IsAccepted ? BatchVerdict.Accepted : BatchVerdict.Refused,
        };
    }

    private static BatchFiles Open(string path)
    {
        if (Directory.Exists(path))
        {
            return IngestPlan.IsBatch(path) || !Directory.EnumerateFileSystemEntries(path).Any()
                ? new FolderBatch(path)
                : throw new UsageException($"{path} is no batch: expected is a folder with {Manifest.FileName} and {BatchFiles.ArchiveName} or SR*.csv. Of a folder of many, validate one at a time.");
        }

        return !File.Exists(path) ? throw new UsageException($"There is no file or folder {path}.")
            : path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? throw new UsageException(
                $"{path} is no return or reference file by its name: returns are caf-*.csv, estart-*.csv and indicator-*.csv; a table of an extract is validated with its batch.")
            : new PackedBatch(path);
    }
}
