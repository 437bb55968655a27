using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>How time and memory of a full ingest of SRCode grow with its rows: ten times the rows should take ten times as long, in the same memory.</summary>
internal sealed class GrowthBenchmark(string folder, int most, int times)
{
    private const int Least = 100_000;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var product = await Product.PublishAsync(folder, cancel);
        List<(int Rows, Run Run)> all = [];
        for (var rows = Least; rows <= most; rows *= 10)
        {
            var (batch, root) = (Path.Combine(folder, FormattableString.Invariant($"codes-{rows}")), Path.Combine(folder, "growth"));
            AreaBatch.Write(batch, CompareBenchmark.Extract, rows, people: 0);
            var comparison = await Pairs.RunAsync(
                "growth",
                times,
                () =>
                {
                    Landed.Anew(root, batch, CompareBenchmark.Extract);
                    return product.RunAsync(["ingest-once", root, CompareBenchmark.Extract], cancel);
                },
                peer: null);
            all.Add((rows, comparison.Ours));
        }

        var table = new StringBuilder("| rows | s | CPU s | peak MiB | exponent of time, of CPU since the line before |\n|---|---|---|---|---|\n");
        for (var i = 0; i < all.Count; i++)
        {
            var (rows, run) = all[i];
            var growth = i == 0 ? "" : FormattableString.Invariant(
                $"{Math.Log10(run.WallSeconds / all[i - 1].Run.WallSeconds):0.00}, {Math.Log10(run.Measured.CpuSeconds / all[i - 1].Run.Measured.CpuSeconds):0.00}");
            table.Append(FormattableString.Invariant($"| {rows:N0} | {run.WallSeconds:0.00} | {run.Measured.CpuSeconds:0.0} | {run.Measured.PeakMebibytes:0} | {growth} |\n"));
        }

        Console.WriteLine(table);
        var result = all.Select(each => new { each.Rows, each.Run });
        await File.WriteAllTextAsync(Path.Combine(folder, "growth.json"), JsonSerializer.Serialize(result, Measured.Json), cancel);
        await ReadmeTable.WriteAsync("growth", table.ToString(), cancel);
        return 0;
    }
}
