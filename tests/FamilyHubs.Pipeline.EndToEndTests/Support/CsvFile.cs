namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>Reference files and returns as partners send them: UTF-8, a line a row.</summary>
internal static class CsvFile
{
    /// <summary>Writes a file and gives its whole path.</summary>
    /// <param name="folder">Folder of the area.</param>
    /// <param name="path">Path below it, e.g. <c>reference/postcodes.csv</c>.</param>
    /// <param name="lines">Header and rows.</param>
    public static async Task<string> WriteAsync(string folder, string path, params string[] lines)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }
}
