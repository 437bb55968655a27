using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Partners' returns of counts: indicators and e-CAF (extracts.md 5), by month.</summary>
internal static class ReturnsWriter
{
    private const int Months = 14;

    private static readonly (int Level, string Role, int Most)[] Cafs = [(2, "lead", 3), (2, "contribute", 6), (3, "contribute", 3)];

    public static async Task<IReadOnlyList<string>> WriteAsync(SampleArea area, string folder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return
        [
            await WriteIndicatorsAsync(area, Path.Combine(folder, "indicator-monthly.csv")),
            await WriteCafAsync(area, Path.Combine(folder, "caf-monthly.csv")),
            await FamilyVoiceWriter.WriteAsync(area, folder, cancel),
        ];
    }

    private static IEnumerable<string> MonthsOf(SampleArea area) =>
        Moments.Months(area.Options.To.AddMonths(-Months), area.Options.To).Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    /// <summary>Shares stay near the indicator's target, or near what is usual; counts are small.</summary>
    private static async Task<string> WriteIndicatorsAsync(SampleArea area, string path)
    {
        var random = Prng.Of(area.Options.Seed, "indicators:" + area.Profile.Area);
        var whole = area.Profile.Geography.Area.Code;
        await using var file = new CsvText(
            path, "Organisation", "Indicator", "Level", "AreaCode", "Period", "Numerator", "Denominator", "Value", "Note");
        foreach (var indicator in area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "return"))
        {
            var isRate = indicator.Unit == "rate";
            var usual = isRate ? Rates.RateOfDeaths : (indicator.Target / 100) ?? Rates.ShareOf(indicator.Id);
            var share = isRate ? usual : Math.Clamp(usual + 0.04 * (random.Unit() - 0.5), 0.02, 0.97);
            foreach (var month in MonthsOf(area))
            {
                var (numerators, denominators) = (0, 0);
                foreach (var district in area.Districts)
                {
                    var denominator = random.Between(30, 120);
                    var expected = denominator * (isRate ? share : Math.Clamp(share + 0.08 * (random.Unit() - 0.5), 0, 1));
                    var numerator = indicator.Unit == "count" ? random.Below(4) : Math.Clamp(random.Count(expected), 0, denominator);
                    (numerators, denominators) = (numerators + numerator, denominators + denominator);
                    Write(file, indicator.Organisation, indicator.Id, indicator.Unit, "district", district.Code, month, numerator, denominator);
                }

                Write(file, indicator.Organisation, indicator.Id, indicator.Unit, "area", whole, month, numerators, denominators);
            }
        }

        foreach (var count in area.Profile.MonthlyCounts.Where(count => count.Source.Kind == "return"))
        {
            foreach (var month in MonthsOf(area))
            {
                var id = count.Source.Indicator ?? count.Id;
                Write(file, "Partner", id, "count", "area", whole, month, random.Below(60), 0);
            }
        }

        return path;
    }

    private static void Write(
        CsvText file, string organisation, string indicator, string unit, string level, string code, string month, int numerator, int denominator)
    {
        var number = numerator.ToString(CultureInfo.InvariantCulture);
        var isCount = unit == "count";
        file.Write(
            organisation,
            indicator,
            level,
            code,
            month,
            isCount ? string.Empty : number,
            isCount ? string.Empty : denominator.ToString(CultureInfo.InvariantCulture),
            isCount ? number : string.Empty,
            denominator % 50 == 7 ? "Provisional, to be confirmed" : string.Empty);
    }

    private static async Task<string> WriteCafAsync(SampleArea area, string path)
    {
        var random = Prng.Of(area.Options.Seed, "caf:" + area.Profile.Area);
        await using var file = new CsvText(path, "Month", "Team", "Level", "Role", "Count", "ConsentRefused");
        foreach (var month in MonthsOf(area))
        {
            foreach (var team in area.Teams)
            {
                foreach (var (level, role, most) in Cafs)
                {
                    var refused = level == 2 && random.Chance(0.1) ? 1 : 0;
                    file.Write(
                        month,
                        team.Name,
                        level.ToString(CultureInfo.InvariantCulture),
                        role,
                        random.Below(most + 1).ToString(CultureInfo.InvariantCulture),
                        refused.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return path;
    }
}
