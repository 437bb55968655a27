using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Lake.Delta;

namespace FamilyHubs.Pipeline.Lake.Erasure;

/// <summary>
/// Puts the rewritten files in the place of the former ones in the text of one commit, and leaves every other action as it is. The former
/// file is still taken out where it was: while only some commits are rewritten each version reads either the old file or the new one.
/// </summary>
/// <param name="replaced">Files to replace, by path.</param>
/// <param name="lost">Files that are no longer there, of which the log still tells the least and the greatest keys.</param>
internal sealed class LogRewriter(IReadOnlyDictionary<string, ReplacedFile> replaced, IReadOnlySet<string> lost)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = LakeNames.Encoder };

    /// <summary>The commit's new text; null when it stays as it is.</summary>
    public ReadOnlyMemory<byte>? Rewrite(ReadOnlyMemory<byte> content)
    {
        var actions = Encoding.UTF8.GetString(content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var (changed, forgotten) = (false, new Dictionary<string, long>(StringComparer.Ordinal));
        List<JsonObject> result = [];
        foreach (var action in actions)
        {
            var (kind, body) = action.Select(a => (a.Key, a.Value!.AsObject())).Single();
            var path = kind is "add" or "remove" ? (string)body["path"]! : string.Empty;
            if (replaced.TryGetValue(path, out var file))
            {
                changed = true;
                Replace(kind, action, body, file, result);
                if (kind == "add")
                {
                    forgotten[path] = file.Rows;
                }
            }
            else
            {
                changed |= kind == "add" && lost.Contains(path) && Blur(body);
                result.Add(action);
            }
        }

        if (!changed)
        {
            return null;
        }

        return Text(WithoutTwins(result), forgotten);
    }

    private static void Replace(string kind, JsonObject action, JsonObject body, ReplacedFile file, List<JsonObject> result)
    {
        if (kind == "remove")
        {
            result.Add(action);
            if (file.Rest is { } rest)
            {
                var remove = body.DeepClone().AsObject();
                remove["path"] = rest.Path;
                remove["size"] = rest.Size;
                result.Add(new JsonObject { ["remove"] = remove });
            }
        }
        else if (file.Rest is { } rest)
        {
            body["path"] = rest.Path;
            body["size"] = rest.Size;
            body["stats"] = rest.Statistics;
            body["tags"] = Tags(rest.FirstLead, rest.LastLead, rest.Records);
            result.Add(action);
        }
    }

    /// <summary>A file that what is left of another equals is put in, not taken out and put in.</summary>
    private static IEnumerable<JsonObject> WithoutTwins(List<JsonObject> actions)
    {
        var added = actions.Select(a => (string?)a["add"]?["path"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return actions.Where(a => a["remove"] is not { } remove || !added.Contains((string)remove["path"]!));
    }

    /// <summary>The least and greatest keys of a file that nobody can read any more tell nothing but ids.</summary>
    private static bool Blur(JsonObject add)
    {
        var statistics = JsonNode.Parse((string)add["stats"]!)!.AsObject();
        if (statistics["minValues"] is not JsonObject { Count: > 0 })
        {
            return false;
        }

        statistics["minValues"] = new JsonObject();
        statistics["maxValues"] = new JsonObject();
        add["stats"] = statistics.ToJsonString(Plain);
        add["tags"] = Tags(0, 0, long.Parse((string)add["tags"]![LogWriter.RecordsTag]!, CultureInfo.InvariantCulture));
        return true;
    }

    private static JsonObject Tags(long first, long last, long records) => new()
    {
        [LogWriter.FirstLeadTag] = first.ToString(CultureInfo.InvariantCulture),
        [LogWriter.LastLeadTag] = last.ToString(CultureInfo.InvariantCulture),
        [LogWriter.RecordsTag] = records.ToString(CultureInfo.InvariantCulture),
    };

    private static ReadOnlyMemory<byte> Text(IEnumerable<JsonObject> actions, Dictionary<string, long> forgotten)
    {
        var text = new StringBuilder();
        foreach (var action in actions)
        {
            if (action["commitInfo"] is JsonObject info && forgotten.Count > 0)
            {
                var known = info[LogReader.Forgotten] as JsonObject ?? [];
                info[LogReader.Forgotten] = known;
                foreach (var (path, rows) in forgotten)
                {
                    known[path] = rows;
                }
            }

            text.Append(action.ToJsonString(Plain)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
