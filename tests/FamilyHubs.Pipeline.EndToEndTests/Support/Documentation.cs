using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>What the documentation tells its readers to type.</summary>
internal static partial class Documentation
{
    /// <summary>The SQL blocks of a document, in order.</summary>
    public static async Task<IReadOnlyList<string>> SqlAsync(string document) =>
        [.. SqlBlocks().Matches(await File.ReadAllTextAsync(Repository.At("docs", document))).Select(block => block.Groups[1].Value)];

    /// <summary>The one SQL block that holds a text.</summary>
    public static async Task<string> SqlAsync(string document, string text) =>
        (await SqlAsync(document)).Single(block => block.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlocks();
}
