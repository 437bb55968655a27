using System.Text.Json;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// The product beside DuckDB at the same work, whole processes in turn, medians; the table goes into the README. The product also unzips,
/// checks CRCs and keeps a ledger; DuckDB is given the plain CSV where nothing else is said.
/// </summary>
internal sealed class CompareBenchmark(string folder, int rows, int people, int deltaRows, int children, int times)
{
    public const string Extract = "20190401_0200";

    private const string Head = "| work | ours, s | DuckDB, s | ratio | CPU s, ours / DuckDB | peak MiB, ours / DuckDB |\n|---|---|---|---|---|---|";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        await Peer.InstallAsync(cancel);
        var product = await Product.PublishAsync(folder, cancel);
        List<Comparison> all =
        [
            await new IngestComparison(product, folder, rows, times).RunAsync(quoted: false, cancel),
            await new IngestComparison(product, folder, rows, times).RunAsync(quoted: true, cancel),
            .. await new WeeklyComparison(product, folder, people, times).RunAsync(cancel),
        ];
        if (children > 0)
        {
            all.Add(await new MonthlyMeasure(product, folder, children, times).RunAsync(cancel));
        }

        if (deltaRows > 0)
        {
            all.AddRange(await new DeltaComparison(product, folder, deltaRows, times).RunAsync(cancel));
        }

        var table = $"{Head}\n{string.Join('\n', all)}\n";
        Console.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(folder, "compare.json"), JsonSerializer.Serialize(all, Measured.Json), cancel);
        await ReadmeTable.WriteAsync("compare", table, cancel);
        return 0;
    }
}
