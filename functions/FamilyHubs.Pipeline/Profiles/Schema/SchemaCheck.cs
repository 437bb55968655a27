using System.Globalization;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Profiles.Schema;

/// <summary>Holds a JSON value against a schema and adds every departure, each with what was expected and what to do.</summary>
internal sealed class SchemaCheck(ProfileErrors errors)
{
    public void Check(SchemaNode schema, JsonElement value, string path)
    {
        if (schema.Types.Length > 1)
        {
            CheckAlternatives(schema, value, path);
            return;
        }

        var type = schema.Types.Length == 0 ? "" : schema.Types[0];
        if (!Is(type, value))
        {
            Add(schema, path, type switch
            {
                "string" => "Expected a text in quotation marks.",
                "number" => "Expected a number.",
                "integer" => "Expected a whole number.",
                "boolean" => "Expected true or false.",
                "object" => "Expected an object in braces.",
                "array" => "Expected a list in brackets.",
                _ => $"Expected {type}.",
            });
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String: CheckText(schema, value, path); break;
            case JsonValueKind.Number: CheckNumber(schema, NumberOf(value), path); break;
            case JsonValueKind.Array: CheckList(schema, value, path); break;
            case JsonValueKind.Object: CheckObject(schema, value, path); break;
            default: break;
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    /// <summary>"A number or null": one sentence says both.</summary>
    private void CheckAlternatives(SchemaNode schema, JsonElement value, string path)
    {
        var fits = schema.Types.Any(type => Is(type, value));
        if (fits && value.ValueKind == JsonValueKind.Number)
        {
            var number = NumberOf(value);
            fits = !(number < schema.Limit("minimum")) && !(number > schema.Limit("maximum"));
        }

        if (!fits)
        {
            var range = schema.Limit("minimum") is { } least && schema.Limit("maximum") is { } most
                ? string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}")
                : "";
            Add(schema, path, $"Expected a number{range} or null.");
        }
    }

    /// <summary>A number beyond all limits counts as the greatest or least that can be compared.</summary>
    private static decimal NumberOf(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number : value.GetDouble() > 0 ? decimal.MaxValue : decimal.MinValue;

    private void CheckText(SchemaNode schema, JsonElement value, string path)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Add(schema, path, "The text holds half of a character.");
            return;
        }

        if (!schema.Matches(text))
        {
            Add(schema, path, $"The text does not match the pattern {schema.Pattern}");
        }
        else if (text.Length < schema.Limit("minLength"))
        {
            Add(schema, path, "The text is empty.", "Fill it in.");
        }
        else if (schema.Limit("maxLength") is { } longest && text.Length > longest)
        {
            Add(schema, path, Limit("The text is longer than", longest, "character"), "Shorten it.");
        }
        else if (schema.Choices.Length > 0 && !schema.Choices.Contains(text, StringComparer.Ordinal))
        {
            errors.Add(path, "The value is none of the list.", $"Expected one of: {string.Join(", ", schema.Choices)}.");
        }
    }

    private void CheckNumber(SchemaNode schema, decimal number, string path)
    {
        if (schema.Limit("minimum") is { } least && number < least)
        {
            Add(schema, path, Limit("The number is below", least));
        }
        else if (schema.Limit("maximum") is { } most && number > most)
        {
            Add(schema, path, Limit("The number is above", most));
        }
    }

    private void CheckList(SchemaNode schema, JsonElement list, string path)
    {
        if (schema.Limit("minItems") is { } fewest && list.GetArrayLength() < fewest)
        {
            Add(schema, path, Limit("The list has fewer than", fewest, "item"), "Add one.");
        }
        else if (schema.ItemsAreUnique && list.EnumerateArray().DistinctBy(item => item.GetRawText(), StringComparer.Ordinal).Count() < list.GetArrayLength())
        {
            errors.Add(path, "The list has an item twice.", "Remove one of the two.");
        }

        if (schema.Items is { } items)
        {
            var index = 0;
            foreach (var item in list.EnumerateArray())
            {
                Check(items, item, JsonPath.Item(path, index++));
            }
        }
    }

    private void CheckObject(SchemaNode schema, JsonElement value, string path)
    {
        var fields = value.GetPropertyCount();
        if (schema.Limit("minProperties") is { } fewest && fields < fewest)
        {
            Add(schema, path, Limit("The object has fewer than", fewest, "field"), "Add one.");
        }
        else if (schema.Limit("maxProperties") is { } most && fields > most)
        {
            Add(schema, path, Limit("The object has more than", most, "field"), "Remove one.");
        }

        foreach (var name in schema.Required.Where(name => !value.TryGetProperty(name, out _)))
        {
            var meaning = schema.Properties.GetValueOrDefault(name)?.Description;
            errors.Add(JsonPath.Member(path, name), "The field is missing.", Remedy("Add it.", meaning));
        }

        foreach (var field in value.EnumerateObject())
        {
            CheckField(schema, field, JsonPath.Member(path, field.Name));
        }
    }

    private void CheckField(SchemaNode schema, JsonProperty field, string path)
    {
        var known = schema.Properties.GetValueOrDefault(field.Name)
            ?? schema.ByPattern.FirstOrDefault(each => each.Name.IsMatch(field.Name)).Schema
            ?? schema.Others;
        if (known is not null)
        {
            Check(known, field.Value, path);
        }
        else if (schema.ForbidsOthers)
        {
            errors.Add(path, "There is no such field.", $"Remove it, or correct its name; expected: {string.Join(", ", schema.Properties.Keys)}.");
        }
    }

    private void Add(SchemaNode schema, string path, string message, string remedy = "Correct it.") =>
        errors.Add(path, message, Remedy(remedy, schema.Description));

    private static string Remedy(string remedy, string? meaning) => string.IsNullOrEmpty(meaning) ? remedy : $"{remedy} {meaning}";

    private static string Limit(string text, decimal limit, string unit = "") =>
        $"{text} {limit.ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd() + ".";
}
