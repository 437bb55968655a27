using System.IO.Compression;
using System.Text.Json;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>A full copy of SRCode from its zip into an empty lake.</summary>
internal sealed class IngestComparison(Product product, string folder, int rows, int times)
{
    /// <param name="quoted">Every cell in quotes, with letters of Windows-1252.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Comparison> RunAsync(bool quoted, CancellationToken cancel)
    {
        var batch = Path.Combine(folder, FormattableString.Invariant($"codes-{rows}{(quoted ? "-quoted" : "")}"));
        AreaBatch.Write(batch, CompareBenchmark.Extract, rows, people: 0, quoted);
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(batch, "SRExtract.zip"), batch, overwriteFiles: true, cancel);
        var columns = Path.Combine(batch, "columns.json");
        await File.WriteAllTextAsync(columns, Columns(ContractCatalog.Shipped.Find("SRCode")!), cancel);
        var root = Path.Combine(folder, "ingest");
        return await Pairs.RunAsync(
            FormattableString.Invariant($"ingest {rows:N0} rows of SRCode{(quoted ? ", every cell quoted, Windows-1252" : "")}"),
            times,
            () =>
            {
                Landed.Anew(root, batch, CompareBenchmark.Extract);
                return product.RunAsync(["ingest-once", root, CompareBenchmark.Extract], cancel);
            },
            () => Peer.RunAsync(["ingest", Path.Combine(batch, "SRCode.csv"), columns, Path.Combine(folder, "peer.parquet"), quoted ? "latin-1" : "utf-8"], cancel));
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
