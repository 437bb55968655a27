using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>All figures of a month with the trend of 24 months, over a sample population. No peer: nobody has written the same rules for one.</summary>
internal sealed class MonthlyMeasure(Product product, string folder, int children, int times)
{
    public async Task<Comparison> RunAsync(CancellationToken cancel)
    {
        var root = Path.Combine(folder, "monthly");
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        var profile = (await ProfileCatalog.Shipped.FindAsync(Landed.Area, cancel))!.Profile!;
        var day = new DateOnly(2019, 4, 1);
        await SampleExtracts.WriteAsync(new SampleOptions(Landed.Area, children, day, day, Seed: 1, Chaos: false, root), profile, ContractCatalog.Shipped, progress: null, cancel);
        var extract = Directory.GetDirectories(Path.Combine(root, Containers.Landing, Landed.Area), "2019*").Select(f => Path.GetFileName(f)).Single();
        var rows = (await product.RunAsync(["ingest-once", root, extract], cancel)).Measured.Rows;
        return await Pairs.RunAsync(
            FormattableString.Invariant($"figures of a month, trend of 24 months: {children:N0} children, {rows:N0} rows; ours alone"),
            times,
            () => product.RunAsync(["monthly-once", root, extract], cancel),
            peer: null);
    }
}
