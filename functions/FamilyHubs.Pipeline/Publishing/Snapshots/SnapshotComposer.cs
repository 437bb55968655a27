using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Components;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Makes the files of a revision from its draft. The same draft gives the same bytes.</summary>
public sealed class SnapshotComposer(IColumnFiles columnFiles, ILoggerFactory loggers)
{
    /// <param name="draft">The revision.</param>
    /// <param name="before">The revision before; null for the first.</param>
    public async Task<SnapshotContent> ComposeAsync(SnapshotDraft draft, SnapshotDraft? before, CancellationToken cancel)
    {
        var tables = SnapshotTables.Of(draft);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        List<SnapshotFile> listed = [];
        foreach (var table in tables)
        {
            Add($"{table.Name}.parquet", "application/vnd.apache.parquet", await ParquetAsync(table, cancel), table);
            Add($"{table.Name}.csv", "text/csv; charset=utf-8", SnapshotCsv.Write(table), table);
        }

        var dictionary = await ComponentHtml.RenderAsync<ReportPage>(
            loggers, new Dictionary<string, object?> { [nameof(ReportPage.Document)] = DataDictionary.Of(draft, tables) });
        Add("data-dictionary.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(dictionary), table: null);
        var manifest = new SnapshotManifest(
            SnapshotManifest.CurrentFormat,
            draft.Origin.Area,
            draft.Origin.Month,
            draft.Revision,
            before?.Revision,
            draft.Origin.DefinitionVersion,
            draft.Origin.Extract,
            draft.Origin.Run,
            draft.Origin.ComputedAt,
            new SnapshotDisclosure(draft.Rule, draft.Disclosure.Threshold, draft.Disclosure.RoundTo),
            Fingerprint(tables),
            listed,
            [.. tables.Select(Summary)],
            before is null ? [] : SnapshotChanges.Between(SnapshotTables.Of(before), tables));
        return new SnapshotContent(manifest, files);

        void Add(string name, string contentType, byte[] bytes, SnapshotTable? table)
        {
            files.Add(name, bytes);
            listed.Add(new SnapshotFile(name, contentType, table?.Name, table?.Rows.RowCount, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
    }

    /// <summary>SHA-256 of names and types of all columns, in order.</summary>
    public static string Fingerprint(IEnumerable<SnapshotTable> tables)
    {
        var text = string.Join('\n', tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}:{column.Type}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private async Task<byte[]> ParquetAsync(SnapshotTable table, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await columnFiles.WriteAsync(file, table.Rows.Schema, Once(table.Rows), cancel);
        return file.ToArray();
    }

    private static async IAsyncEnumerable<ColumnSet> Once(ColumnSet rows)
    {
        await Task.CompletedTask;
        yield return rows;
    }

    private static SnapshotTableSummary Summary(SnapshotTable table) => new(
        table.Name,
        table.Description,
        table.Rows.RowCount,
        table.Columns,
        table.Rows.Columns.Where(column => column is ValueColumn<long> or ValueColumn<double>).ToDictionary(column => column.Name, Sum, StringComparer.Ordinal));

    private static double Sum(Column column)
    {
        var sum = 0.0;
        for (var row = 0; row < column.Count; row++)
        {
            sum += column switch
            {
                ValueColumn<long> integers => integers[row] ?? 0,
                ValueColumn<double> numbers => numbers[row] ?? 0,
                _ => 0,
            };
        }

        return sum;
    }
}
