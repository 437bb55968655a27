using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Lake.Upkeep;

/// <summary>The state of a table as the actions of a checkpoint (Delta protocol, Action Reconciliation): the last protocol and metadata, the last
/// transaction of each writer, and the files of the version. Files that are gone are left out: nobody has to delete them by the log.</summary>
internal static class CheckpointActions
{
    /// <param name="entries">Texts of the log's entries from version 0 on.</param>
    public static IReadOnlyList<JsonElement> Of(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        JsonElement? protocol = null;
        JsonElement? metadata = null;
        var writers = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        var files = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var action in entries.SelectMany(Lines))
        {
            if (action.TryGetProperty("protocol", out _))
            {
                protocol = action;
            }
            else if (action.TryGetProperty("metaData", out _))
            {
                metadata = action;
            }
            else if (action.TryGetProperty("txn", out var writer))
            {
                writers[writer.GetProperty("appId").GetString()!] = action;
            }
            else if (action.TryGetProperty("remove", out var removed))
            {
                files.Remove(removed.GetProperty("path").GetString()!);
            }
            else if (action.TryGetProperty("add", out var added))
            {
                files[added.GetProperty("path").GetString()!] = action;
            }
        }

        return [protocol!.Value, metadata!.Value, .. writers.Values, .. files.Values];
    }

    private static IEnumerable<JsonElement> Lines(ReadOnlyMemory<byte> entry) =>
        Encoding.UTF8.GetString(entry.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));
}
