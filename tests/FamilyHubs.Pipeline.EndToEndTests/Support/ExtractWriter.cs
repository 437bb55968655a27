using System.Globalization;
using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>
/// Writes a batch as SystmOne does (extracts.md 1 and 2): Windows-1252, CRLF, the full header of each table, one zip, the mapping
/// tables beside it, the manifest last. A full batch has every table in scope, a delta those with rows.
/// </summary>
/// <param name="extract">Name of the batch and its DateExtractTo, yyyyMMdd_HHmm.</param>
/// <param name="from">DateExtractFrom of a delta; null for a full batch.</param>
/// <param name="fill">Content of a cell that a row does not give; null or a null result leaves it empty.</param>
internal sealed class ExtractWriter(string extract, string? from = null, Func<TableContract, ContractColumn, string?>? fill = null)
{
    private const string Organisation = "ORG1";
    private const string LineEnd = "\r\n";
    private static readonly string[] Mappings = ["SRMapping", "SRMappingGroup"];
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Dictionary<string, List<string>> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);

    // Ids of a delta's new rows differ from those of the full batch.
    private long _lastRow = from is null ? 1_000_000 : 2_000_000;

    private bool IsDelta => from is not null;

    /// <summary>
    /// Adds rows, each an object whose properties are columns. Days and times are given in ISO form and written in SystmOne's; other
    /// texts in a column of dates are written as they are. RowIdentifier and IDOrganisationVisibleTo are filled when not given.
    /// </summary>
    public ExtractWriter Add(string table, params ReadOnlySpan<object> rows)
    {
        var contract = ContractCatalog.Shipped.Find(table)!;
        foreach (var row in rows)
        {
            var cells = row.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(row), StringComparer.Ordinal);
            var unknown = cells.Keys.Where(c => c != TableContract.RemovedData && contract.Find(c) is null);
            Assert.True(!unknown.Any(), $"{table} has no column {string.Join(", ", unknown)}.");
            AddRecord(table, string.Join(',', Columns(contract).Select(column => Quoted(Cell(contract, column, cells)))));
        }

        return this;
    }

    /// <summary>Adds a record as it is.</summary>
    public ExtractWriter AddRecord(string table, string record)
    {
        if (!_records.TryGetValue(table, out var records))
        {
            _records[table] = records = [];
        }

        records.Add(record);
        return this;
    }

    /// <summary>Adds a file that is no table in scope to the zip and the manifest.</summary>
    public ExtractWriter AddOther(string table, string content)
    {
        _others[table] = content;
        return this;
    }

    /// <summary>Lists a table in the manifest and leaves its file out.</summary>
    public ExtractWriter Forget(string table)
    {
        _forgotten.Add(table);
        return this;
    }

    /// <summary>Writes the batch into a folder of its name and gives that.</summary>
    public async Task<string> WriteAsync(string folder)
    {
        var batch = Directory.CreateDirectory(Path.Combine(folder, extract)).FullName;
        string[] tables = [.. ContractCatalog.Shipped.ExtractTables.Select(c => c.Table).Where(t => !IsDelta || _records.ContainsKey(t))];
        await using (var file = File.Create(Path.Combine(batch, "SRExtract.zip")))
        {
            await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var table in tables.Except(Mappings).Except(_forgotten))
            {
                await PackAsync(zip, table, Text(table));
            }

            foreach (var (table, content) in _others)
            {
                await PackAsync(zip, table, content);
            }
        }

        foreach (var mapping in Mappings.Where(_records.ContainsKey))
        {
            await File.WriteAllTextAsync(Path.Combine(batch, $"{mapping}.csv"), Text(mapping), Windows1252);
        }

        var lines = tables.Except(Mappings).Concat(_others.Keys).Select(t => $"{t},{(IsDelta ? 'Y' : 'N')},N,{from},{extract}{LineEnd}");
        await File.WriteAllTextAsync(
            Path.Combine(batch, "SRManifest.csv"), $"FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo{LineEnd}{string.Concat(lines)}", Windows1252);
        return batch;
    }

    private static async Task PackAsync(ZipArchive zip, string table, string content)
    {
        await using var entry = await zip.CreateEntry($"{table}.csv").OpenAsync();
        await entry.WriteAsync(Windows1252.GetBytes(content));
    }

    private string Text(string table) =>
        string.Concat(_records.GetValueOrDefault(table, []).Prepend(Header(ContractCatalog.Shipped.Find(table)!)).Select(record => record + LineEnd));

    private string Header(TableContract contract) => string.Join(',', Columns(contract));

    private IEnumerable<string> Columns(TableContract contract) =>
        contract.Columns.Select(c => c.Name).Concat(IsDelta ? [TableContract.RemovedData] : []);

    private string Cell(TableContract contract, string column, Dictionary<string, object?> cells)
    {
        if (column == TableContract.RemovedData)
        {
            return cells.GetValueOrDefault(column) is true ? "1" : "0";
        }

        var definition = contract.Find(column)!;
        return cells.GetValueOrDefault(column) switch
        {
            null when column == "RowIdentifier" => (++_lastRow).ToString(CultureInfo.InvariantCulture),
            null when column == "IDOrganisationVisibleTo" => Organisation,
            null => fill?.Invoke(contract, definition) ?? string.Empty,
            bool flag => flag ? "TRUE" : "FALSE",
            string text when definition.Type is ColumnType.Date or ColumnType.DateTime => SystmOneDate(text),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string SystmOneDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture)
            : DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)
                : text;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
