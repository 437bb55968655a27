using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Extracts.Tables;

namespace FamilyHubs.Pipeline.Tests.Extracts.Tables;

/// <summary>A small table with a column of each type, and a reader for it.</summary>
internal static class TortureTable
{
    /// <summary>Header of most cases.</summary>
    public const string Header = "RowIdentifier,Name,IDPatient";

    public static TableContract Contract { get; } = ContractFile.Read("torture", new MemoryStream("""
        {
          "table": "SRTorture", "description": "All types.", "source": "test", "store": "lake", "key": ["RowIdentifier"],
          "columns": [
            { "name": "RowIdentifier", "type": "integer", "required": true, "filled": true, "classification": "key", "keep": true },
            { "name": "Name", "type": "text", "classification": "clinical", "keep": true },
            { "name": "IDPatient", "type": "integer", "id": true, "required": true, "filled": true, "classification": "key", "keep": true },
            { "name": "When", "type": "datetime", "classification": "operational", "keep": true },
            { "name": "Day", "type": "date", "classification": "operational", "keep": true },
            { "name": "Number", "type": "number", "classification": "clinical", "keep": true },
            { "name": "Flag", "type": "boolean", "classification": "clinical", "keep": true },
            { "name": "Count", "type": "integer", "classification": "clinical", "keep": true },
            { "name": "Option", "type": "text", "classification": "clinical", "list": "SRMapping", "keep": true },
            { "name": "DropWhen", "type": "datetime", "classification": "operational", "keep": false },
            { "name": "DropFlag", "type": "boolean", "classification": "operational", "keep": false },
            { "name": "DropCount", "type": "integer", "classification": "operational", "keep": false },
            { "name": "DropNumber", "type": "number", "classification": "operational", "keep": false },
            { "name": "Surname", "type": "text", "classification": "direct identifier", "keep": false }
          ]
        }
        """u8.ToArray()));

    public static CsvDialect Dialect { get; } = CsvDialect.Of(TestBatch.Settings);

    /// <summary>Rows as texts, and refusals as <c>line column reason</c>.</summary>
    public static async Task<(TableReading Reading, IReadOnlyList<string> Rows, IReadOnlyList<string> Refusals, string Raw)> ReadAsync(
        Stream content, CsvDialect? dialect = null, ReaderOptions? options = null, TableContract? contract = null)
    {
        contract ??= Contract;
        await using var refused = new RefusedRows(contract.Table);
        var sink = new RowsSink();
        var source = new TableSource($"{contract.Table}.csv", false, new DateTime(2019, 3, 31), NewColumnHandling.Report);
        var reading = await new TableReader(contract, TestBatch.Keys, refused, options ?? new ReaderOptions())
            .ReadAsync(content, dialect ?? Dialect, source, sink, null, CancellationToken.None);
        using var raw = new MemoryStream();
        await refused.WriteRawAsync(raw, CancellationToken.None);
        var refusals = reading.Refused.First.Select(r => $"{r.Line} {r.Column ?? "-"} {r.Reason}").ToArray();
        return (reading, sink.Rows, refusals, Encoding.Latin1.GetString(raw.ToArray()));
    }

    public static MemoryStream Bytes(string text) => new(Encoding.Latin1.GetBytes(text));
}
