using System.Text;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Essex cut down to a few groups and places, as an area's own profile in the store: a report of it is a few calls.</summary>
internal static class SmallEssex
{
    private const int Groups = 3;

    public static async Task WriteAsync(IBlobs blobs)
    {
        var profile = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json")))!;
        Keep(profile["priorityGroups"]!.AsArray(), Groups);
        var geography = profile["geography"]!;
        Keep(geography["quadrants"]!.AsArray(), 1);
        Keep(geography["teams"]!.AsArray(), 2);
        profile["outcomeMeasures"] = new JsonArray();
        profile["indicators"] = new JsonArray();
        Keep(profile["tiers"]!.AsArray(), 1);
        profile["monthlyCounts"] = new JsonArray();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(profile.ToJsonString()));

        // One with an error would be passed over, and all of Essex taken in its place.
        Assert.Empty((await ProfileLoader.LoadAsync(content, "essex", default)).Errors);
        content.Position = 0;
        await blobs.WriteAsync(
            Containers.Config, "essex/profile.json", content, WriteCondition.Always, default);
    }

    private static void Keep(JsonArray list, int count)
    {
        while (list.Count > count)
        {
            list.RemoveAt(count);
        }
    }
}
