using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>
/// Writes a commit as the Delta protocol defines it (reader version 1, writer version 2): one action a line. What only the lake
/// needs stands in places that the protocol leaves to the writer: commitInfo, tags of a file, configuration of a table.
/// </summary>
internal static class LogWriter
{
    public const string KeyProperty = "familyhubs.key";
    public const string FirstLeadTag = "familyhubs.firstLead";
    public const string LastLeadTag = "familyhubs.lastLead";
    public const string RecordsTag = "familyhubs.records";

    public static MemoryStream Write(LogEntry entry, string area, DateTimeOffset now)
    {
        var output = new MemoryStream();
        var time = now.ToUnixTimeMilliseconds();
        WriteAction(output, "commitInfo", json => WriteCommitInfo(json, entry, time));
        if (entry.Commit.Version == 0)
        {
            WriteAction(output, "protocol", json =>
            {
                json.WriteNumber("minReaderVersion", 1);
                json.WriteNumber("minWriterVersion", 2);
            });
        }

        if (entry.Schema is not null)
        {
            WriteAction(output, "metaData", json => WriteMetadata(json, entry, area, time));
        }

        WriteAction(output, "txn", json =>
        {
            json.WriteString("appId", $"familyhubs/{entry.Identity}");
            json.WriteNumber("version", entry.Commit.Version);
            json.WriteNumber("lastUpdated", time);
        });
        foreach (var file in entry.Removed)
        {
            WriteAction(output, "remove", json =>
            {
                json.WriteString("path", file.Path);
                json.WriteNumber("deletionTimestamp", time);
                json.WriteBoolean("dataChange", entry.Operation != LogEntry.Compact);
                json.WriteBoolean("extendedFileMetadata", true);
                WriteEmpty(json, "partitionValues");
                json.WriteNumber("size", file.Size);
            });
        }

        foreach (var file in entry.Added)
        {
            WriteAction(output, "add", json => WriteAdd(json, file, time, entry.Operation != LogEntry.Compact));
        }

        output.Position = 0;
        return output;
    }

    private static void WriteCommitInfo(Utf8JsonWriter json, LogEntry entry, long time)
    {
        json.WriteNumber("timestamp", time);
        json.WriteString("operation", entry.Operation);
        WriteEmpty(json, "operationParameters");
        json.WriteNumber("readVersion", entry.Onto);
        json.WriteBoolean("isBlindAppend", false);
        json.WriteStartObject("operationMetrics");
        WriteMetric(json, LogReader.RowsBefore, entry.Commit.RowsBefore);
        WriteMetric(json, LogReader.RowsIn, entry.Commit.RowsIn);
        WriteMetric(json, LogReader.Duplicates, entry.Commit.Duplicates);
        WriteMetric(json, LogReader.Inserted, entry.Commit.Inserted);
        WriteMetric(json, LogReader.Updated, entry.Commit.Updated);
        WriteMetric(json, LogReader.Unchanged, entry.Commit.Unchanged);
        WriteMetric(json, LogReader.Removed, entry.Commit.Removed);
        WriteMetric(json, LogReader.RowsAfter, entry.Commit.RowsAfter);
        if (entry.RowsForgotten > 0)
        {
            WriteMetric(json, LogReader.RowsForgotten, entry.RowsForgotten);
        }

        json.WriteEndObject();
        json.WriteString("engineInfo", "FamilyHubs.Pipeline");
        json.WriteString("extract", entry.Source.Extract);
        json.WriteString("contentHash", entry.Source.ContentHash);
    }

    private static void WriteMetadata(Utf8JsonWriter json, LogEntry entry, string area, long time)
    {
        json.WriteString("id", TableId(area, entry.Commit.Table));
        json.WriteString("name", entry.Commit.Table);
        json.WriteStartObject("format");
        json.WriteString("provider", "parquet");
        WriteEmpty(json, "options");
        json.WriteEndObject();
        json.WriteString("schemaString", DeltaSchema.ToJson(entry.Schema!));
        json.WriteStartArray("partitionColumns");
        json.WriteEndArray();
        json.WriteStartObject("configuration");
        json.WriteString(KeyProperty, string.Join(',', entry.Schema!.Key));
        json.WriteEndObject();
        json.WriteNumber("createdTime", time);
    }

    private static void WriteAdd(Utf8JsonWriter json, DataFile file, long time, bool dataChange)
    {
        json.WriteString("path", file.Path);
        WriteEmpty(json, "partitionValues");
        json.WriteNumber("size", file.Size);
        json.WriteNumber("modificationTime", time);
        json.WriteBoolean("dataChange", dataChange);
        json.WriteString("stats", file.Statistics);
        json.WriteStartObject("tags");
        WriteMetric(json, FirstLeadTag, file.FirstLead);
        WriteMetric(json, LastLeadTag, file.LastLead);
        WriteMetric(json, RecordsTag, file.Records);
        json.WriteEndObject();
    }

    private static void WriteAction(MemoryStream output, string name, Action<Utf8JsonWriter> content)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = LakeNames.Encoder }))
        {
            json.WriteStartObject();
            json.WriteStartObject(name);
            content(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, string name, long value) =>
        json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The table's id is derived from its place, so that a re-run makes the same one.</summary>
    private static string TableId(string area, string table) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{area}/{table}")).AsSpan(0, 16)).ToString("D", CultureInfo.InvariantCulture);
}
