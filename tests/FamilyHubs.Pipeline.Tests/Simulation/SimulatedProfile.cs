using System.Text;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Essex cut down to three groups and two districts.</summary>
internal static class SimulatedProfile
{
    private static readonly string[] Groups = ["PG11", "PG12", "PG22"];

    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var profile = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json")))!;
        Keep(profile["priorityGroups"]!.AsArray(), group => Groups.Contains((string?)group["code"]));
        var geography = profile["geography"]!;
        Keep(geography["quadrants"]!.AsArray(), quadrant => (string?)quadrant["code"] == "NE");
        Keep(geography["teams"]!.AsArray(), team => (string?)team["name"] is "Colchester Healthy Family Team 1" or "Tendring Healthy Family Team 1");
        Keep(profile["tiers"]!.AsArray(), tier => (bool?)tier["default"] == true);
        foreach (var list in (string[])["outcomeMeasures", "indicators", "monthlyCounts"])
        {
            profile[list] = new JsonArray();
        }

        var bytes = Encoding.UTF8.GetBytes(profile.ToJsonString());
        using var content = new MemoryStream(bytes);
        var errors = ProfileLoader.LoadAsync(content, SimulationInputs.Area, CancellationToken.None).GetAwaiter().GetResult().Errors;
        return errors.Count == 0 ? bytes : throw new InvalidOperationException(string.Join("; ", errors.Select(error => $"{error.Path}: {error.Message}")));
    }

    private static void Keep(JsonArray list, Func<JsonNode, bool> which)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (!which(list[i]!))
            {
                list.RemoveAt(i);
            }
        }
    }
}
