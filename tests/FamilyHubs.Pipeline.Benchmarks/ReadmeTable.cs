namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The tables of measurements in the README, each between two marks.</summary>
internal static class ReadmeTable
{
    /// <param name="command">The sub-command that wrote the table.</param>
    public static async Task WriteAsync(string command, string table, CancellationToken cancel)
    {
        var path = Repository.At("README.md");
        var text = await File.ReadAllTextAsync(path, cancel);
        var mark = $"<!-- measured by: {command} -->";
        var (begin, end) = (text.IndexOf(mark, StringComparison.Ordinal), text.IndexOf("<!-- measured end -->", Math.Max(0, text.IndexOf(mark, StringComparison.Ordinal)), StringComparison.Ordinal));
        if (begin >= 0 && end > begin)
        {
            await File.WriteAllTextAsync(path, $"{text[..(begin + mark.Length)]}\n{table}{text[end..]}", cancel);
        }
    }
}
