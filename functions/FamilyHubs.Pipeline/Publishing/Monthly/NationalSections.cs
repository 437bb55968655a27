using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The national view of the quarter (calculations.md 5, national.md 1.3).</summary>
internal static class NationalSections
{
    /// <summary>Null when the profile has no national indicators.</summary>
    public static Section? Table(MonthlyView view)
    {
        if (view.Report.National.Count == 0)
        {
            return null;
        }

        var month = Month.Parse(view.Report.Month);
        var until = month.Last == month.Quarter.Last ? "" : $", to {Shown.Day(month.Last)}";
        var titles = Titles(view.Profile);
        return new Section("national", "National view",
        [
            new DataTable(
                $"Residents of {PlainText.Clean(view.Profile.Geography.Area.Name)}, quarter {month.Quarter}{until}",
                [new DataColumn("Indicator", false), new DataColumn("Number"), new DataColumn("Of"), new DataColumn("Share")],
                [
                    .. view.Report.National.Select(row => (IReadOnlyList<string>)
                    [
                        PlainText.Clean($"{row.Indicator} {titles.GetValueOrDefault(row.Indicator)}", most: 160),
                        Shown.Count(row.Numerator),
                        row.Denominator is null && !row.Suppressed ? Shown.None : Shown.Count(row.Denominator),
                        Shown.Percent(row.Percentage, row.Suppressed),
                    ]),
                ]),
        ]);
    }

    public static Dictionary<string, string> Titles(Profile profile) => profile.National.ToDictionary(one => one.Id, one => one.Title, StringComparer.Ordinal);
}
