using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The caseload of children under five by tier, and for each whole-time equivalent (calculations.md 11).</summary>
internal static class CaseloadSections
{
    /// <summary>Null when the area has no tiers.</summary>
    public static Section? Table(MonthlyView view, MonthlyPlaces places)
    {
        if (view.Report.Caseload.Count == 0)
        {
            return null;
        }

        List<Block> blocks = [.. places.Shown.Select(place => TableOf(view, place)).Where(table => table.Rows.Count > 0)];
        blocks.AddRange(PlaceDetails.Of(view, places, place => TableOf(view, place)));
        return new Section("caseload", "Caseload", blocks);
    }

    /// <summary>The caseload of one place.</summary>
    public static DataTable TableOf(MonthlyView view, Place place)
    {
        var names = view.Profile.Tiers.Select(tier => (tier.Code, tier.Name)).Concat(view.Profile.MonthlyCounts.Select(count => (Code: count.Id, count.Name)))
            .ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
        return new DataTable(
            $"Children under five with an open referral in {place.Name}, at the month's end, and counts of the month",
            [new DataColumn("Tier or count", false), new DataColumn("Number"), new DataColumn("Staff in WTE"), new DataColumn("For each WTE")],
            [
                .. view.Report.Caseload.Where(row => row.Level == place.Level && row.Code == place.Code).Select(row => (IReadOnlyList<string>)
                [
                    PlainText.Clean(names.GetValueOrDefault(row.Tier, row.Tier), most: 120),
                    // Without a return there is no count, which is not none.
                    row.Count is null && !row.Suppressed ? "not returned" : Shown.Count(row.Count),
                    Shown.Ratio(row.Wte), Shown.Ratio(row.PerWte, row.Suppressed),
                ]),
            ]);
    }
}
