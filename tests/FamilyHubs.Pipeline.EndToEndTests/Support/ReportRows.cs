using System.Text.Json;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>Rows of a JSON document as short texts, so that a test can state a whole table.</summary>
internal static class ReportRows
{
    /// <summary>Each row as its fields parted by <c>|</c>; null is <c>-</c>, items of a list are parted by <c>+</c>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="section">Name of the array.</param>
    /// <param name="fields">Names of the fields, parted by blanks.</param>
    public static IReadOnlyList<string> Of(JsonElement document, string section, string fields)
    {
        var names = fields.Split(' ');
        return [.. document.GetProperty(section).EnumerateArray().Select(row => string.Join('|', names.Select(name => Text(row.GetProperty(name)))))];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.Array => string.Join('+', value.EnumerateArray().Select(Text)),
        _ => value.ToString(),
    };
}
