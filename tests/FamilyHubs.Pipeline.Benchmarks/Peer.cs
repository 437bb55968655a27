namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>DuckDB at the same work: <c>tests/tools/peer.mjs</c>.</summary>
internal static class Peer
{
    private static readonly string Tools = Repository.At("tests", "tools");

    public static async Task InstallAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Tools, "node_modules")))
        {
            await ProcessRun.StartAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], Tools, cancel);
        }
    }

    public static Task<Run> RunAsync(string[] arguments, CancellationToken cancel) =>
        ProcessRun.StartAsync("node", [Path.Combine(Tools, "peer.mjs"), .. arguments], Tools, cancel);
}
