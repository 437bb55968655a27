using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>
/// What <c>ingest PATH</c> will take, in order: reference files, then batches in time order, then returns. A batch is a folder with
/// <c>SRManifest.csv</c> or <c>SRExtract.zip</c>, or a zip that holds one.
/// </summary>
/// <param name="References">Reference files: path below the area, local file.</param>
/// <param name="Batches">Batches: name, local folder or zip.</param>
/// <param name="Returns">Returns: path below the area, local file.</param>
internal sealed partial record IngestPlan(
    IReadOnlyList<(string Path, string File)> References,
    IReadOnlyList<(string Extract, string Source)> Batches,
    IReadOnlyList<(string Path, string File)> Returns)
{
    private const string VoicePrefix = "family-voice-";
    private const string VoiceEnding = ".md";

    /// <summary>Texts that are only kept for the pages (calculations.md 10): path below the area, local file.</summary>
    public IReadOnlyList<(string Path, string File)> Texts { get; init; } = [];

    public int Count => References.Count + Batches.Count + Returns.Count + Texts.Count;

    /// <exception cref="UsageException">There is nothing to ingest at the path.</exception>
    public static IngestPlan Of(string path, ContractCatalog contracts)
    {
        List<(string, string)> references = [];
        List<(string, string)> batches = [];
        List<(string, string)> returns = [];
        List<(string, string)> texts = [];
        if (File.Exists(path))
        {
            Add(path);
        }
        else if (Directory.Exists(path))
        {
            Walk(Path.GetFullPath(path));
        }
        else
        {
            throw new UsageException($"There is no file or folder {path}.");
        }

        var plan = new IngestPlan(
            [.. references.OrderBy(r => r.Item1, StringComparer.Ordinal)],
            [.. batches.OrderBy(b => b.Item1, StringComparer.Ordinal)],
            [.. returns.OrderBy(r => r.Item1, StringComparer.Ordinal)])
        {
            Texts = [.. texts.OrderBy(t => t.Item1, StringComparer.Ordinal)],
        };
        return plan.Count > 0
            ? plan
            : throw new UsageException(
                $"{path} holds nothing to ingest: expected is a batch ({Manifest.FileName} with {BatchFiles.ArchiveName} or SR*.csv), a zip of one, "
                + "reference/*.csv, returns/*.csv, returns/family-voice-*.md, or a folder of these.");

        void Walk(string folder)
        {
            if (IsBatch(folder))
            {
                batches.Add((Name(folder), folder));
                return;
            }

            foreach (var file in Directory.GetFiles(folder))
            {
                Add(file);
            }

            foreach (var inner in Directory.GetDirectories(folder))
            {
                Walk(inner);
            }
        }

        void Add(string file)
        {
            if (file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                batches.Add((Name(file), file));
            }
            else if (Path.GetFileName(file) is var name
                && name.StartsWith(VoicePrefix, StringComparison.Ordinal) && name.EndsWith(VoiceEnding, StringComparison.Ordinal))
            {
                texts.Add(($"returns/{name}", file));
            }
            else if (FilePath(file, contracts) is { } found)
            {
                (found.StartsWith("reference/", StringComparison.Ordinal) ? references : returns).Add((found, file));
            }
        }
    }

    /// <summary>Whether a folder holds the files of one batch.</summary>
    public static bool IsBatch(string folder) =>
        File.Exists(Path.Combine(folder, Manifest.FileName))
        || File.Exists(Path.Combine(folder, BatchFiles.ArchiveName))
        || Directory.EnumerateFiles(folder, "SR*.csv").Any();

    private static string Name(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        name = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return Stamp().Match(name) is { Success: true } stamp ? stamp.Value : name;
    }

    /// <summary>Path below the area of a return or reference file, by its name and folder; null when it is neither.</summary>
    public static string? FilePath(string file, ContractCatalog contracts)
    {
        var name = Path.GetFileName(file);
        var parent = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)));
        return new[] { $"{parent}/{name}", $"reference/{name}", $"returns/{name}" }.FirstOrDefault(p => contracts.ForFile(p) is not null);
    }

    [GeneratedRegex(@"\d{8}_\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
