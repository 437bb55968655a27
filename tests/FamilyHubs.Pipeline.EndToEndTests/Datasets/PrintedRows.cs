using System.Globalization;
using System.Text.Json;

namespace FamilyHubs.Pipeline.EndToEndTests.Datasets;

/// <summary>Rows of a monthly document as they would be printed.</summary>
internal static class PrintedRows
{
    /// <summary>The rows of a section that have some values, each as its fields parted by <c>|</c>; null is <c>-</c>, numbers have at most one decimal.</summary>
    /// <param name="where">Names and values, e.g. <c>level=area</c>, parted by blanks.</param>
    public static IReadOnlyList<string> Of(JsonElement document, string section, string where, string fields) =>
    [
        .. document.GetProperty(section).EnumerateArray()
            .Where(row => Array.TrueForAll(where.Split(' '), pair => Text(row.GetProperty(pair.Split('=')[0])) == pair.Split('=')[1]))
            .Select(row => string.Join('|', fields.Split(' ').Select(field => Text(row.GetProperty(field))))),
    ];

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.Number => Math.Round(value.GetDecimal(), 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
