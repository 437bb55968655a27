using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Cli.Samples.Writers;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The partners' returns of a data set.</summary>
internal static class DatasetReturns
{
    /// <returns>Paths of the files that there are.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(Dataset dataset, SampleArea area, string folder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        List<string> files = [];
        if (dataset.Indicators(area).ToArray() is { Length: > 0 } indicators)
        {
            files.Add(Path.Combine(folder, $"indicator-{dataset.Name}.csv"));
            await using var file = new CsvText(
                files[^1], "Organisation", "Indicator", "Level", "AreaCode", "Period", "Numerator", "Denominator", "Value", "Note");
            foreach (var row in indicators)
            {
                file.Write(
                    row.Organisation,
                    row.Indicator,
                    row.Level,
                    row.Code,
                    row.Period,
                    Text(row.Numerator),
                    Text(row.Denominator),
                    Text(row.Value),
                    row.Note ?? string.Empty);
            }
        }

        if (dataset.Cafs(area).ToArray() is { Length: > 0 } cafs)
        {
            files.Add(Path.Combine(folder, $"caf-{dataset.Name}.csv"));
            await using var file = new CsvText(files[^1], "Month", "Team", "Level", "Role", "Count", "ConsentRefused");
            foreach (var row in cafs)
            {
                file.Write(row.Month.ToString(), row.Team, Text(row.Level), row.Role, Text(row.Count), Text(row.ConsentRefused));
            }
        }

        return files;
    }

    private static string Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? string.Empty;
}
