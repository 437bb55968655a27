using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Profiles;

/// <summary>Loads the Essex profile with edits.</summary>
internal static class ProfileEdits
{
    public static async Task<ProfileResult> LoadAsync(params (string Path, string? Json)[] edits)
    {
        var root = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json")))!;
        foreach (var (path, json) in edits)
            Set(root, path, json);
        return await LoadTextAsync(root.ToJsonString());
    }

    public static async Task<ProfileResult> LoadTextAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ProfileLoader.LoadAsync(stream, "essex", CancellationToken.None);
    }

    /// <param name="path">Names and indexes divided by slashes, e.g. <c>kpis/0/target</c>; an index after the end appends.</param>
    /// <param name="json">The new value; null removes the field.</param>
    private static void Set(JsonNode node, string path, string? json)
    {
        var steps = path.Split('/');
        foreach (var step in steps[..^1])
            node = (node is JsonArray ? node[Index(step)] : node[step])!;
        var last = steps[^1];
        var value = json is null ? null : JsonNode.Parse(json);
        switch (node)
        {
            case JsonObject parent when json is null:
                Assert.True(parent.Remove(last), $"There is nothing to remove at {path}.");
                break;
            case JsonObject parent:
                parent[last] = value;
                break;
            case JsonArray list when Index(last) == list.Count:
                list.Add(value);
                break;
            case JsonArray list:
                list[Index(last)] = value;
                break;
        }
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
