using System.Text.Json;
using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Profiles.Schema;

/// <summary>
/// One schema of a JSON schema document, references resolved. Knows the keywords that <c>profile.schema.json</c> uses and refuses others, so that no
/// rule can be written into the document that nobody checks.
/// </summary>
internal sealed class SchemaNode
{
    private static readonly string[] Words =
    [
        "$schema", "title", "description", "default", "definitions", "type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "items",
        "minItems", "uniqueItems", "properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties",
    ];

    private readonly Func<JsonElement, SchemaNode> _resolve;
    private readonly JsonElement _json;
    private readonly string? _pattern;
    private Regex? _regex;
    private SchemaNode? _items;
    private SchemaNode? _others;

    private SchemaNode(JsonElement json, Func<JsonElement, SchemaNode> resolve)
    {
        (_json, _resolve) = (json, resolve);
        foreach (var word in json.EnumerateObject())
        {
            if (!Words.Contains(word.Name, StringComparer.Ordinal))
            {
                throw new NotSupportedException($"The schema of profiles uses the keyword {word.Name}, which is not checked. Teach it to SchemaNode and SchemaCheck.");
            }
        }

        Types = Texts("type");
        Required = Texts("required");
        Choices = Texts("enum");
        _pattern = Word("pattern")?.GetString();
        Description = Word("description")?.GetString() ?? "";
        ForbidsOthers = Word("additionalProperties")?.ValueKind == JsonValueKind.False;
        Properties = Members("properties");
        ByPattern = [.. Members("patternProperties").Select(member => (new Regex(member.Key, RegexOptions.CultureInvariant), member.Value))];
    }

    /// <summary>Names of the types allowed; empty when any is.</summary>
    public string[] Types { get; }

    public string[] Required { get; }

    /// <summary>The only texts allowed; empty when any is.</summary>
    public string[] Choices { get; }

    public string Description { get; }

    /// <summary>Whether an object may hold named fields only.</summary>
    public bool ForbidsOthers { get; }

    public IReadOnlyDictionary<string, SchemaNode> Properties { get; }

    public IReadOnlyList<(Regex Name, SchemaNode Schema)> ByPattern { get; }

    /// <summary>Schema of fields that are not named; null when they may be anything, or must not be.</summary>
    public SchemaNode? Others => _others ??= Child("additionalProperties");

    /// <summary>Schema of the items of a list; null when they may be anything.</summary>
    public SchemaNode? Items => _items ??= Child("items");

    public string? Pattern => _pattern;

    public bool ItemsAreUnique => Word("uniqueItems")?.ValueKind == JsonValueKind.True;

    /// <summary>The root of a schema document.</summary>
    public static SchemaNode Read(JsonElement document)
    {
        Dictionary<string, SchemaNode> known = new(StringComparer.Ordinal);
        return Resolve(document);

        SchemaNode Resolve(JsonElement json)
        {
            if (!json.TryGetProperty("$ref", out var reference))
            {
                return new SchemaNode(json, Resolve);
            }

            var name = reference.GetString()!.Split('/')[^1];
            return known.TryGetValue(name, out var node) ? node : known[name] = Resolve(document.GetProperty("definitions").GetProperty(name));
        }
    }

    /// <summary>A limit of the schema: <c>minimum</c>, <c>maxLength</c> and so on; null when it sets none.</summary>
    public decimal? Limit(string word) => Word(word)?.GetDecimal();

    public bool Matches(string text) => _pattern is null || (_regex ??= new Regex(_pattern, RegexOptions.CultureInvariant)).IsMatch(text);

    private JsonElement? Word(string name) => _json.TryGetProperty(name, out var value) ? value : null;

    private SchemaNode? Child(string name) => Word(name) is { ValueKind: JsonValueKind.Object } child ? _resolve(child) : null;

    private string[] Texts(string name) => Word(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(text => text.GetString()!)],
        { } text => [text.GetString()!],
        null => [],
    };

    private Dictionary<string, SchemaNode> Members(string name) =>
        Word(name)?.EnumerateObject().ToDictionary(member => member.Name, member => _resolve(member.Value), StringComparer.Ordinal) ?? [];
}
