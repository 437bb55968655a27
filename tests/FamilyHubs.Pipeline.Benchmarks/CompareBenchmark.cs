using System.Text.Json;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// The product beside DuckDB at the same work, whole processes in turn, medians; the table goes into the README. The product also unzips,
/// checks CRCs and keeps a ledger; DuckDB is given the plain CSV.
/// </summary>
internal sealed class CompareBenchmark(string folder, int rows, int people, int times)
{
    private const string Extract = "20190401_0200";
    private const string Head = "| work | ours, s | DuckDB, s | ratio | CPU s, ours / DuckDB | peak MiB, ours / DuckDB |\n|---|---|---|---|---|---|";

    private static readonly string Tools = Repository.At("tests", "tools");

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Tools, "node_modules")))
        {
            await ProcessRun.StartAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], Tools, cancel);
        }

        Directory.CreateDirectory(folder);
        List<Comparison> all = [await IngestAsync(cancel), await WeeklyAsync(cancel)];
        var table = $"{Head}\n{string.Join('\n', all)}\n";
        Console.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(folder, "compare.json"), JsonSerializer.Serialize(all, Measured.Json), cancel);
        await ReadmeTable.WriteAsync(table, cancel);
        return 0;
    }

    private async Task<Comparison> IngestAsync(CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"codes-{rows}"));
        AreaBatch.Write(batch, Extract, rows, people: 0);
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(batch, "SRExtract.zip"), batch, overwriteFiles: true);
        var columns = Path.Combine(batch, "columns.json");
        await File.WriteAllTextAsync(columns, Columns(ContractCatalog.Shipped.Find("SRCode")!), cancel);
        var root = Path.Combine(folder, "ingest");
        return await InTurnAsync(
            FormattableString.Invariant($"ingest {rows:N0} rows of SRCode"),
            () => Land(root, batch, withPostcodes: false),
            ["ingest-once", root, Extract],
            ["ingest", Path.Combine(batch, "SRCode.csv"), columns, Path.Combine(folder, "peer.parquet")],
            cancel);
    }

    private async Task<Comparison> WeeklyAsync(CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"groups-{people}"));
        var codes = people * 5 / 2;
        GroupBatch.Write(batch, Extract, people, codes);
        var root = Path.Combine(folder, "weekly");
        Land(root, batch, withPostcodes: true);
        await OurselvesAsync(["ingest-once", root, Extract], cancel);
        var comparison = await InTurnAsync(
            FormattableString.Invariant($"weekly figures, cold: {people:N0} people, {codes:N0} group records"),
            prepare: null,
            ["weekly-once", root, Extract],
            ["weekly", Path.Combine(root, Containers.Lake, "essex"), Repository.At("functions", "profiles", "essex.json"), Path.Combine(root, "peer.txt")],
            cancel);
        var (ours, peer) = (await File.ReadAllTextAsync(Path.Combine(root, "weekly.txt"), cancel), await File.ReadAllTextAsync(Path.Combine(root, "peer.txt"), cancel));
        return ours == peer ? comparison : throw new InvalidOperationException($"The figures differ: compare weekly.txt with peer.txt in {root}.");
    }

    private async Task<Comparison> InTurnAsync(string work, Action? prepare, string[] ours, string[] peer, CancellationToken cancel)
    {
        List<Run> own = [], other = [];
        for (var n = 0; n < times; n++)
        {
            prepare?.Invoke();
            own.Add(await OurselvesAsync(ours, cancel));
            other.Add(await ProcessRun.StartAsync("node", [Path.Combine(Tools, "peer.mjs"), .. peer], Tools, cancel));
        }

        var (a, b) = (Median(own), Median(other));
        return a.Measured.Rows == b.Measured.Rows
            ? new Comparison(work, a, b)
            : throw new InvalidOperationException($"{work}: {a.Measured.Rows} rows by the product, {b.Measured.Rows} by the peer.");
    }

    private static Task<Run> OurselvesAsync(string[] arguments, CancellationToken cancel) =>
        ProcessRun.StartAsync("dotnet", [typeof(CompareBenchmark).Assembly.Location, .. arguments], AppContext.BaseDirectory, cancel);

    private static Run Median(List<Run> runs) => runs.OrderBy(r => r.WallSeconds).ElementAt(runs.Count / 2);

    private static void Land(string root, string batch, bool withPostcodes)
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        var landing = Directory.CreateDirectory(Path.Combine(root, Containers.Landing, "essex", Extract)).FullName;
        foreach (var name in (string[])["SRExtract.zip", "SRManifest.csv"])
        {
            File.Copy(Path.Combine(batch, name), Path.Combine(landing, name));
        }

        if (withPostcodes)
        {
            var reference = Directory.CreateDirectory(Path.Combine(root, Containers.Landing, "essex", "reference")).FullName;
            File.Copy(Path.Combine(batch, "postcodes.csv"), Path.Combine(reference, "postcodes.csv"));
        }
    }

    private static string Columns(TableContract contract) => JsonSerializer.Serialize(contract.Columns.Select(c => new
    {
        c.Name,
        c.Keep,
        c.Id,
        Type = c.Type switch
        {
            ColumnType.DateTime or ColumnType.Date => "TIMESTAMP",
            ColumnType.Integer => "BIGINT",
            ColumnType.Number => "DOUBLE",
            ColumnType.Boolean => "BOOLEAN",
            _ => "VARCHAR",
        },
    }), Measured.Json);
}
