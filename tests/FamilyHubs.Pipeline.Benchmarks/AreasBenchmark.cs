using System.Diagnostics;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// A country: many areas in one store, each ingested and its week computed, by one worker and by two, a core each. What one area costs must not depend on
/// how many there are, and two workers must take half as long as one.
/// </summary>
internal sealed class AreasBenchmark(string folder, int areas, int people)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var product = await Product.PublishAsync(folder, cancel);
        var batch = Path.Combine(folder, FormattableString.Invariant($"groups-{people}"));
        GroupBatch.Write(batch, CompareBenchmark.Extract, people, people * 5 / 2);
        List<AreasRun> all = [];
        foreach (var (count, workers) in (IEnumerable<(int, int)>)[(Math.Max(1, areas / 10), 1), (areas, 1), (areas, 2)])
        {
            all.Add(await RunAsync(product, batch, count, workers, cancel));
        }

        var table = string.Concat(all.Select(run => $"{run}\n").Prepend("| areas | workers | s | CPU s an area | areas a second and worker |\n|---|---|---|---|---|\n"));
        Console.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(folder, "areas.json"), JsonSerializer.Serialize(all, Measured.Json), cancel);
        await ReadmeTable.WriteAsync("areas", table, cancel);
        return 0;
    }

    private async Task<AreasRun> RunAsync(Product product, string batch, int count, int workers, CancellationToken cancel)
    {
        var root = Path.Combine(folder, "areas");
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        for (var area = 0; area < count; area++)
        {
            Landed.Add(root, batch, CompareBenchmark.Extract, ChildTask.AreaName(area));
        }

        var watch = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => product.RunAsync(
            ["areas-once", root, FormattableString.Invariant($"{worker},{workers},{count}")],
            cancel,
            process => Pin(process, worker))));
        return new AreasRun(count, workers, watch.Elapsed.TotalSeconds, runs.Sum(run => run.Measured.CpuSeconds));
    }

    /// <summary>A worker has one core, as the smallest instances have.</summary>
    private static void Pin(Process process, int worker)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1 << (worker % Environment.ProcessorCount);
        }
    }
}
