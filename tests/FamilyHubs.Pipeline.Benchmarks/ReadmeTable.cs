namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The table of measurements in the README, between two marks.</summary>
internal static class ReadmeTable
{
    private const string Begin = "<!-- benchmarks: written by the command below -->";
    private const string End = "<!-- benchmarks end -->";

    public static async Task WriteAsync(string table, CancellationToken cancel)
    {
        var path = Repository.At("README.md");
        var text = await File.ReadAllTextAsync(path, cancel);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin >= 0 && end > begin)
        {
            await File.WriteAllTextAsync(path, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}", cancel);
        }
    }
}
