using System.Text.Json;
using NJsonSchema;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>Files of the working copy that holds the tests.</summary>
internal static class RepositoryFiles
{
    private const string Solution = "FamilyHubs.Pipeline.sln";

    public static string Root { get; } = RootAbove(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(string path) => Path.Combine([Root, .. path.Split('/')]);

    public static string Read(string path) => File.ReadAllText(At(path));

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(Read(path));
        return document.RootElement.Clone();
    }

    /// <summary>Source files of the product below a folder, without what builds leave there.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Names of the faults that a schema of this folder finds; empty when there is none.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string schema, string json)
    {
        var definition = await JsonSchema.FromJsonAsync(Read($"tests/FamilyHubs.Pipeline.Tests/Infrastructure/Schemas/{schema}"));
        return [.. definition.Validate(json).Select(fault => $"{fault.Kind} {fault.Path}")];
    }

    /// <summary>Cells of the rows of the tables in a Markdown page, without heads and rules.</summary>
    public static IEnumerable<string[]> TableRows(string path, string firstHead)
    {
        var isIn = false;
        foreach (var line in File.ReadLines(At(path)))
        {
            string[] cells = line.StartsWith('|') ? [.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)] : [];
            if (cells.Length == 0)
            {
                isIn = false;
            }
            else if (cells[0] == firstHead)
            {
                isIn = true;
            }
            else if (isIn && !cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                yield return cells;
            }
        }
    }

    private static string RootAbove(DirectoryInfo folder)
    {
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{Solution} is in no folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
