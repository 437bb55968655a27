using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Csv;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The figures of a catchment as files: what the mail shows, whole, with the area beside it. A suppressed figure is an empty cell, and its row says so.</summary>
internal sealed class WeeklyCsv(WeeklyReport report, PlaceFigures figures, Catchment catchment)
{
    private const string ContentType = "text/csv; charset=utf-8";

    public IReadOnlyList<MailAttachment> Files() => [Totals(), Groups(), Combinations()];

    private MailAttachment Totals()
    {
        using var csv = new SafeCsv(
            "Week", "Level", "Code", "Place", "Memberships", "People", "Children", "Adults", "Children under five in three or more groups",
            "Meaningful reaches", "Ascertained", "Suppressed");
        foreach (var place in Places())
        {
            var total = figures.Total(place);
            var reach = figures.Reach(place);
            var underFives = place.Level == PlaceLevels.District ? figures.UnderFivesOf(place) : null;
            Start(csv, place)
                .Number(total.Memberships).Number(total.People).Number(total.Children).Number(total.Adults).Number(underFives?.Children)
                .Number(reach.Contacts).Number(reach.Ascertained)
                .Text(Suppressed(total.Suppressed || reach.Suppressed || underFives is { Suppressed: true }))
                .EndRow();
        }

        return File("totals", csv);
    }

    private MailAttachment Groups()
    {
        using var csv = new SafeCsv(
            "Week", "Level", "Code", "Place", "Group", "Group name", "Rank", "Memberships", "Children", "Adults",
            "Children under five in three or more groups", "Memberships last week", "Change", "Suppressed");
        foreach (var place in Places())
        {
            var underFives = figures.UnderFives(place).ToDictionary(row => row.Group);
            var changes = figures.Changes(place).ToDictionary(row => row.Group);
            foreach (var row in figures.Groups(place))
            {
                var young = underFives.GetValueOrDefault(row.Group);
                var change = changes.GetValueOrDefault(row.Group);
                Start(csv, place)
                    .Text(row.Group).Text(figures.GroupName(row.Group)).Number(row.Rank)
                    .Number(row.Memberships).Number(row.Children).Number(row.Adults).Number(young?.Children)
                    .Number(change?.Previous).Number(change?.Difference)
                    .Text(Suppressed(row.Suppressed || young is { Suppressed: true } || change is { Suppressed: true }))
                    .EndRow();
            }
        }

        return File("groups", csv);
    }

    private MailAttachment Combinations()
    {
        using var csv = new SafeCsv("Week", "Level", "Code", "Place", "Groups", "Group names", "Rank", "Children under five", "Suppressed");
        foreach (var place in Places())
        {
            // A combination below the threshold is not named (calculations.md 9.5).
            foreach (var row in figures.Combinations(place).Where(row => row is { Suppressed: false, Groups.Count: > 0 }).OrderBy(row => row.Rank ?? int.MaxValue))
            {
                Start(csv, place)
                    .Text(string.Join('|', row.Groups)).Text(string.Join(" + ", row.Groups.Select(figures.GroupName)))
                    .Number(row.Rank).Number(row.Children).Text(Suppressed(false))
                    .EndRow();
            }
        }

        return File("combinations", csv);
    }

    private static string Suppressed(bool suppressed) => suppressed ? "yes" : "no";

    private SafeCsv Start(SafeCsv csv, Place place) => csv.Text(report.Week).Text(place.Level).Text(place.Code).Text(place.Name);

    private MailAttachment File(string name, SafeCsv csv) => new($"priority-groups-{report.Week}-{name}.csv", ContentType, csv.ToBytes());

    private IEnumerable<Place> Places() =>
        catchment.Places.SelectMany(place => (IEnumerable<Place>)[place, .. catchment.PartsOf(place)]).Append(catchment.Area).Distinct();
}
