using System.Text.Json.Nodes;

namespace FamilyHubs.Pipeline.Tests.Profiles;

/// <summary>Makes one field of a profile something else, anywhere in it; same seed, same change.</summary>
internal static class ProfileMutations
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e3", "1e40", "101", "999999999", "\"\"", "\"x\"", "\"E07000070\"", "\"2019-02-30\"", "\"2019/20\"", "\"06:00\"", "[]", "{}",
        "[\"a\", \"a\"]", "[1]", "{ \"days\": 1 }", "{ \"days\": 1, \"months\": 2 }", "\"" + "long" + "-text-of-many-characters-that-no-field-of-a-code-should-have" + "\"",
    ];

    /// <summary>The profile with one change.</summary>
    public static string Change(string profile, int seed)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(profile)!;
        List<JsonNode> places = [];
        Collect(root, places);
        var place = places[random.Next(places.Count)];
        if (place is JsonArray list)
        {
            Change(list, random);
        }
        else
        {
            Change((JsonObject)place, random);
        }

        return root.ToJsonString();
    }

    private static void Change(JsonArray list, Random random)
    {
        var index = random.Next(list.Count + 1);
        if (index == list.Count)
        {
            list.Add(list.Count > 0 ? list[0]?.DeepClone() : Value(random));
        }
        else if (random.Next(5) == 0)
        {
            list.RemoveAt(index);
        }
        else
        {
            list[index] = Value(random);
        }
    }

    private static void Change(JsonObject fields, Random random)
    {
        var names = fields.Select(field => field.Key).ToArray();
        var name = names.Length == 0 || random.Next(8) == 0 ? "unknown name" : names[random.Next(names.Length)];
        if (random.Next(5) == 0)
        {
            fields.Remove(name);
        }
        else
        {
            fields[name] = Value(random);
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject fields)
        {
            places.Add(fields);
            foreach (var field in fields)
            {
                Collect(field.Value, places);
            }
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (var item in list)
            {
                Collect(item, places);
            }
        }
    }

    private static JsonNode? Value(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);
}
