using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The figures of a week: from the lake, and from the zip. The peer's must be the same.</summary>
internal sealed class WeeklyComparison(Product product, string folder, int people, int times)
{
    private readonly string _profile = Repository.At("functions", "profiles", "essex.json");

    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"groups-{people}"));
        var codes = people * 5 / 2;
        GroupBatch.Write(batch, CompareBenchmark.Extract, people, codes);
        return [await FromZipAsync(batch, codes, cancel), await FromLakeAsync(batch, codes, cancel)];
    }

    private async Task<Comparison> FromZipAsync(string batch, int codes, CancellationToken cancel)
    {
        var root = Path.Combine(folder, "zip-to-weekly");
        var comparison = await Pairs.RunAsync(
            FormattableString.Invariant($"from the zip to weekly figures: {people:N0} people, {codes:N0} group records; DuckDB from the zip too"),
            times,
            () =>
            {
                Landed.Anew(root, batch, CompareBenchmark.Extract);
                return product.RunAsync(["zip-to-weekly-once", root, CompareBenchmark.Extract], cancel);
            },
            () => Peer.RunAsync(["weekly-from-zip", batch, _profile, Path.Combine(root, "peer.txt")], cancel));
        return await CheckedAsync(comparison, root, cancel);
    }

    private async Task<Comparison> FromLakeAsync(string batch, int codes, CancellationToken cancel)
    {
        var root = Path.Combine(folder, "weekly");
        Landed.Anew(root, batch, CompareBenchmark.Extract);
        await product.RunAsync(["ingest-once", root, CompareBenchmark.Extract], cancel);
        var comparison = await Pairs.RunAsync(
            FormattableString.Invariant($"weekly figures from the lake, cold: {people:N0} people, {codes:N0} group records"),
            times,
            () => product.RunAsync(["weekly-once", root, CompareBenchmark.Extract], cancel),
            () => Peer.RunAsync(["weekly", Path.Combine(root, Containers.Lake, Landed.Area), _profile, Path.Combine(root, "peer.txt")], cancel));
        return await CheckedAsync(comparison, root, cancel);
    }

    private static async Task<Comparison> CheckedAsync(Comparison comparison, string root, CancellationToken cancel)
    {
        var (ours, peer) = (await File.ReadAllTextAsync(Path.Combine(root, "weekly.txt"), cancel), await File.ReadAllTextAsync(Path.Combine(root, "peer.txt"), cancel));
        return ours == peer ? comparison : throw new InvalidOperationException($"The figures differ: compare weekly.txt with peer.txt in {root}.");
    }
}
