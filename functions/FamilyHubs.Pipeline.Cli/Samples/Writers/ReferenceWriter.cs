using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>postcodes.csv, workforce.csv and recipients.csv (extracts.md 5).</summary>
internal static class ReferenceWriter
{
    private const int MonthsOfWorkforce = 24;

    /// <param name="staffing">Whole-time equivalents of a team in the month of a day; null: by the size of the sample.</param>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        SampleArea area, Func<SampleTeam, DateOnly, decimal>? staffing, string folder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return
        [
            await WritePostcodesAsync(area, Path.Combine(folder, "postcodes.csv")),
            await WriteWorkforceAsync(area, staffing, Path.Combine(folder, "workforce.csv")),
            await RecipientsWriter.WriteAsync(area.Profile, Path.Combine(folder, "recipients.csv")),
        ];
    }

    private static async Task<string> WritePostcodesAsync(SampleArea area, string path)
    {
        await using var file = new CsvText(path, "Postcode", "District", "Lsoa", "ImdQuintile");
        foreach (var place in area.Districts.Concat(area.Elsewhere))
        {
            foreach (var postcode in place.Postcodes)
            {
                file.Write(postcode.Postcode, place.Code, postcode.Lsoa, postcode.Quintile.ToString(CultureInfo.InvariantCulture));
            }
        }

        return path;
    }

    private static async Task<string> WriteWorkforceAsync(SampleArea area, Func<SampleTeam, DateOnly, decimal>? staffing, string path)
    {
        var random = Prng.Of(area.Options.Seed, "workforce:" + area.Profile.Area);
        await using var file = new CsvText(path, "Month", "Team", "Wte");
        foreach (var month in Moments.Months(area.Options.From.AddMonths(-MonthsOfWorkforce), area.Options.To))
        {
            foreach (var team in area.Teams)
            {
                var wte = staffing is null ? TeamBook.Wte(random, area) : staffing(team, month).ToString(CultureInfo.InvariantCulture);
                file.Write(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), team.Name, wte);
            }
        }

        return path;
    }
}
