using System.Diagnostics;
using System.Text.Json;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Cli;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Time, rows a second and peak memory of a full ingest, upload to local storage not counted.</summary>
internal static class IngestBenchmark
{
    private const string Extract = "20190401_0200";

    /// <param name="rows">Rows of SRCode.</param>
    /// <param name="people">People with homes, groups and visits; 0 for SRCode alone.</param>
    /// <param name="folder">Folder of the batch and of local storage.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<int> RunAsync(int rows, int people, string folder, CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"batch-{rows}-{people}"));
        var bytes = AreaBatch.Write(batch, Extract, rows, people);
        var storage = Path.Combine(folder, "storage");
        if (Directory.Exists(storage))
        {
            Directory.Delete(storage, recursive: true);
        }

        await using var workspace = await Workspace.OpenAsync("local", cancel, Path.Combine(folder, "mails"), new LocalStorageOptions { Folder = storage });
        var profile = (await ProfileCatalog.Shipped.FindAsync("essex", cancel))!.Profile!;
        await Landing.PutBatchAsync(workspace.Get<Ports.IBlobs>(), profile.Area, Extract, batch, cancel);

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PeakMemory.Reset();
        var watch = Stopwatch.StartNew();
        var outcome = await workspace.Get<IngestBatch>().RunAsync(profile, Extract, force: false, progress: null, cancel);
        watch.Stop();
        if (!outcome.IsDone)
        {
            Console.WriteLine($"Refused: {outcome.Entry.Reason}: {outcome.Entry.Message}");
            return 1;
        }

        var all = outcome.Entry.Tables.Sum(t => t.Rows);
        var result = new
        {
            rows = all,
            megabytes = bytes / 1e6,
            seconds = watch.Elapsed.TotalSeconds,
            rowsPerSecond = all / watch.Elapsed.TotalSeconds,
            peakMebibytes = PeakMemory.Mebibytes,
            kept = outcome.Entry.Tables.Sum(t => t.Total),
            duplicates = outcome.Entry.Tables.Sum(t => t.Duplicates),
        };
        Console.WriteLine("| rows | CSV MB | seconds | rows/s | peak MiB | rows in the lake | duplicates |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Console.WriteLine(FormattableString.Invariant(
            $"| {result.rows:N0} | {result.megabytes:N0} | {result.seconds:N2} | {result.rowsPerSecond:N0} | {result.peakMebibytes:N0} | {result.kept:N0} | {result.duplicates:N0} |"));
        await File.WriteAllTextAsync(Path.Combine(folder, "ingest.json"), JsonSerializer.Serialize(result), cancel);
        return 0;
    }
}
