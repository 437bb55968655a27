namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The changes of a night, one row in a hundred, beside the full copy of the same table.</summary>
internal sealed class DeltaComparison(Product product, string folder, int rows, int times)
{
    private const string Extract = "20190402_0200";

    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"codes-{rows}"));
        AreaBatch.Write(batch, CompareBenchmark.Extract, rows, people: 0);
        var before = Path.Combine(folder, "delta-before");
        Landed.Anew(before, batch, CompareBenchmark.Extract);
        var full = await product.RunAsync(["ingest-once", before, CompareBenchmark.Extract], cancel);
        Directory.Delete(Path.Combine(before, Ports.Containers.Archive), recursive: true);
        return [await RunAsync(before, full, anywhere: false, cancel), await RunAsync(before, full, anywhere: true, cancel)];
    }

    private async Task<Comparison> RunAsync(string before, Run full, bool anywhere, CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"changes-{rows}-{anywhere}"));
        AreaBatch.WriteChanges(batch, Extract, CompareBenchmark.Extract, rows, rows / 100, anywhere);
        var root = Path.Combine(folder, "delta");
        return await Pairs.RunAsync(
            FormattableString.Invariant(
                $"delta of 1 % on {rows:N0} rows, half new, half changed {(anywhere ? "all over the table" : "in its newest tenth")}; beside: our own full ingest"),
            times,
            () =>
            {
                Landed.Copy(before, root);
                Landed.Add(root, batch, Extract);
                return product.RunAsync(["delta-once", root, Extract], cancel);
            },
            () => Task.FromResult(full),
            sameRows: false);
    }
}
