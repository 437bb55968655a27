using System.Text.Json;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>A resource of a template, with its properties by their paths.</summary>
internal sealed class BicepResource(string file, JsonElement facts)
{
    /// <summary>What <see cref="At"/> gives where there is nothing.</summary>
    public const string Missing = "(missing)";

    public string File => file;

    public string Symbol => facts.GetProperty("symbol").GetString()!;

    public string Type => facts.GetProperty("type").GetString()!;

    public string ApiVersion => facts.GetProperty("apiVersion").GetString()!;

    /// <summary>Over what it is repeated and on what condition; empty for one that is made once and always.</summary>
    public string Loop => string.Join('|', new[] { "over", "condition" }.Where(n => facts.TryGetProperty(n, out _)).Select(n => facts.GetProperty(n).GetString()));

    public JsonElement Body => facts.GetProperty("body");

    /// <summary>The value at a path such as <c>properties.networkAcls.bypass</c> or <c>properties.allOf.0.field</c>, as <see cref="Text"/> shows it.</summary>
    public string At(string path)
    {
        var at = Body;
        foreach (var part in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
            {
                return Missing;
            }
        }

        return Text(at);
    }

    /// <summary>A text or number as it is written, an expression after <c>=</c>, anything else as JSON.</summary>
    public static string Text(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.String } => value.GetString()!,
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("$", out var expression) => $"={expression.GetString()}",
        _ => value.GetRawText(),
    };

    public override string ToString() => $"{file} {Symbol} ({Type})";
}
