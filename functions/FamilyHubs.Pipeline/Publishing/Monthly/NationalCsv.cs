using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Csv;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>
/// The national view as a file for the interim return (national.md 1.2): one upper-tier authority and quarter, one line an indicator in the order
/// of the return, numerator and denominator as counts. C1 has no denominator.
/// </summary>
public static class NationalCsv
{
    public const string FileName = "national.csv";

    /// <summary>The file of a report. A quarter that the month does not end is to date, and says so.</summary>
    public static byte[] Of(MonthlyReport report, Profile profile)
    {
        using var csv = new SafeCsv(
            "Local authority code", "Local authority", "Financial year", "Quarter", "From", "To", "Complete", "Indicator", "Title", "Numerator", "Denominator",
            "Percentage", "Suppressed", "Extract");
        var month = Month.Parse(report.Month);
        var titles = NationalSections.Titles(profile);
        foreach (var row in report.National)
        {
            var quarter = Quarter.Parse(row.Quarter);
            csv.Text(profile.Geography.Area.Code).Text(profile.Geography.Area.Name).Text(quarter.Year.ToString()).Text($"Q{quarter.Number}")
                .Text(Iso(quarter.First)).Text(Iso(month.Last)).Text(month.Last == quarter.Last ? "yes" : "no")
                .Text(row.Indicator).Text(titles.GetValueOrDefault(row.Indicator))
                .Number(row.Numerator).Number(row.Denominator).Number(row.Percentage)
                .Text(row.Suppressed ? "yes" : "no").Text(report.Extract)
                .EndRow();
        }

        return csv.ToBytes();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
