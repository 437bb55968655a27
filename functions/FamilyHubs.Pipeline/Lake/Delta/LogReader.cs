using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>Reads a commit that <see cref="LogWriter"/> wrote; actions and fields that it does not know are passed over.</summary>
internal static class LogReader
{
    public const string RowsBefore = "numRowsBefore";
    public const string RowsIn = "numSourceRows";
    public const string Duplicates = "numSourceDuplicates";
    public const string Inserted = "numTargetRowsInserted";
    public const string Updated = "numTargetRowsUpdated";
    public const string Unchanged = "numTargetRowsUnchanged";
    public const string Removed = "numTargetRowsDeleted";
    public const string RowsAfter = "numRowsAfter";
    public const string RowsForgotten = "numRowsForgotten";

    /// <summary>Property of commitInfo: rows taken out of each file, by its former path.</summary>
    public const string Forgotten = "forgottenRows";

    /// <exception cref="InvalidDataException">The entry is damaged or was written by another program.</exception>
    public static LogEntry Read(string table, long version, ReadOnlyMemory<byte> content)
    {
        try
        {
            return Parse(table, version, content);
        }
        catch (Exception error) when (error is
            JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(
                $"Version {version} in the log of table {table} cannot be read. Restore the entry from a copy or a deleted version.", error);
        }
    }

    private static LogEntry Parse(string table, long version, ReadOnlyMemory<byte> content)
    {
        JsonElement? commitInfo = null;
        TableSchema? schema = null;
        List<DataFile> added = [];
        List<RemovedFile> removed = [];
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n') is var index and >= 0 ? index : throw new FormatException("The last line has no end.");
            var line = JsonElement.Parse(content.Span[..end]);
            content = content[(end + 1)..];
            if (line.TryGetProperty("commitInfo", out var info))
            {
                commitInfo = info;
            }
            else if (line.TryGetProperty("metaData", out var metadata))
            {
                schema = ReadSchema(table, metadata);
            }
            else if (line.TryGetProperty("add", out var add))
            {
                added.Add(ReadFile(add));
            }
            else if (line.TryGetProperty("remove", out var remove))
            {
                removed.Add(new RemovedFile(Text(remove, "path"), remove.GetProperty("size").GetInt64()));
            }
        }

        return commitInfo is { } commit
            ? new LogEntry(
                Text(commit, "operation"),
                new CommitSource(Text(commit, "extract"), Text(commit, "contentHash")),
                ReadCommit(table, version, commit.GetProperty("operationMetrics")),
                schema,
                added,
                removed)
            {
                ReadVersion = commit.TryGetProperty("readVersion", out var readVersion) ? readVersion.GetInt64() : null,
                RowsForgotten = commit.GetProperty("operationMetrics").TryGetProperty(RowsForgotten, out _)
                    ? Number(commit.GetProperty("operationMetrics"), RowsForgotten)
                    : 0,
                Forgotten = commit.TryGetProperty(Forgotten, out var forgotten)
                    ? forgotten.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetInt64(), StringComparer.Ordinal)
                    : ImmutableDictionary<string, long>.Empty,
            }
            : throw new FormatException("There is no commitInfo.");
    }

    private static TableCommit ReadCommit(string table, long version, JsonElement metrics) => new(
        table,
        version,
        Number(metrics, RowsBefore),
        Number(metrics, RowsIn),
        Number(metrics, Duplicates),
        Number(metrics, Inserted),
        Number(metrics, Updated),
        Number(metrics, Unchanged),
        Number(metrics, Removed),
        Number(metrics, RowsAfter),
        true);

    private static TableSchema ReadSchema(string table, JsonElement metadata) => DeltaSchema.FromJson(
        table,
        Text(metadata, "schemaString"),
        Text(metadata.GetProperty("configuration"), LogWriter.KeyProperty).Split(',', StringSplitOptions.RemoveEmptyEntries));

    public static DataFile ReadFile(JsonElement add)
    {
        var statistics = Text(add, "stats");
        var tags = add.GetProperty("tags");
        return new DataFile(
            Text(add, "path"),
            add.GetProperty("size").GetInt64(),
            JsonElement.Parse(statistics).GetProperty("numRecords").GetInt64(),
            Number(tags, LogWriter.RecordsTag),
            Number(tags, LogWriter.FirstLeadTag),
            Number(tags, LogWriter.LastLeadTag),
            statistics);
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is empty.");

    private static long Number(JsonElement element, string name) =>
        long.Parse(Text(element, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
