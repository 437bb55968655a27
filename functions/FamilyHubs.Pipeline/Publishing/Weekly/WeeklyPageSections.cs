using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>What the page has beyond the mail: every quadrant, district and team of the catchment, and the children of the top combinations.</summary>
internal sealed class WeeklyPageSections(WeeklyReport report, PlaceFigures figures, Catchment catchment, Profile profile)
{
    /// <summary>All groups of each part of the catchment, to open one by one; null when the catchment has no parts.</summary>
    public Section? Parts(string id, string heading, string level, IReadOnlyList<Place> parts) => parts.Count == 0 ? null : new Section(id, heading,
    [
        new DataTable(
            $"{heading} side by side",
            [
                new DataColumn(level, false), new DataColumn("Groups recorded"), new DataColumn("People"), new DataColumn("Children"), new DataColumn("Adults"),
                new DataColumn("Reaches"), new DataColumn("Not recorded"), new DataColumn("Share"),
            ],
            [.. parts.Select(SideBySide)]),
        .. parts.Select(part => new Details($"All groups of {part.Name}", [GroupsOf(part)])),
    ]);

    /// <summary>The children behind the top combinations, by record id: never by name or NHS number (product.md, "What may travel in an e-mail"). Null when the report has no list.</summary>
    public Section? Children()
    {
        if (report.ChildList is not { } list)
            return null;
        var children = list.Where(catchment.Holds).ToList();
        var intro = new Paragraph($"The children under five in the {Shown.Word(profile.TopCombinations)} most frequent combinations of their own {profile.LevelNames.District.ToLowerInvariant()}. Record is the SystmOne record id.");
        var tables = catchment.Districts
            .Select(district => (district, children: children.Where(child => child.District == district.Code).ToList()))
            .Where(part => part.children.Count > 0)
            .Select(part => ChildTable(part.district, part.children));
        return new Section("children", "Children in the top combinations", children.Count == 0
            ? [new Paragraph($"No child in {catchment.Name} is in one of the top combinations.")]
            : [intro, .. tables]);
    }

    private IReadOnlyList<string> SideBySide(Place place)
    {
        var (total, reach) = (figures.Total(place), figures.Reach(place));
        var missing = PlaceFigures.NotAscertained(reach);
        return
        [
            place.Name, Shown.Count(total.Memberships), Shown.Count(total.People), Shown.Count(total.Children), Shown.Count(total.Adults),
            Shown.Count(reach.Contacts), Shown.Count(missing), Shown.Percentage(missing, reach.Contacts),
        ];
    }

    private DataTable GroupsOf(Place place)
    {
        var underFives = figures.UnderFives(place).ToDictionary(row => row.Group, row => row.Children);
        return new DataTable(
            $"Priority groups in {place.Name}",
            [
                new DataColumn("Priority group", false), new DataColumn("Rank"), new DataColumn("Recorded"), new DataColumn("Children"), new DataColumn("Adults"),
                new DataColumn($"Under five, {Shown.Word(profile.CombinationMinimum)} or more"),
            ],
            [.. figures.Groups(place).OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => figures.GroupName(row.Group), StringComparer.Ordinal).Select(row => (IReadOnlyList<string>)
            [
                figures.GroupName(row.Group), row.Rank is { } rank ? Shown.Count(rank) : Shown.None,
                Shown.Count(row.Memberships), Shown.Count(row.Children), Shown.Count(row.Adults), Shown.Count(underFives.GetValueOrDefault(row.Group)),
            ])]);
    }

    private DataTable ChildTable(Place district, List<ChildListEntry> children)
    {
        var teams = catchment.Teams.ToDictionary(team => team.Code, team => team.Name, StringComparer.Ordinal);
        return new DataTable(
            $"Children in {district.Name}",
            [
                new DataColumn("Record", false), new DataColumn("Age in months"), new DataColumn("Team", false), new DataColumn("Groups", false),
                new DataColumn("Rank of the combination"), new DataColumn("Last meaningful reach", false),
            ],
            [.. children.OrderBy(child => child.CombinationRank).ThenBy(child => child.PersonId).Select(child => (IReadOnlyList<string>)
            [
                $"{child.PersonId}", Shown.Count(child.AgeMonths), teams.GetValueOrDefault(child.Team, "No team"),
                string.Join(" + ", child.Groups.Select(figures.GroupName)), Shown.Count(child.CombinationRank),
                child.LastMeaningfulReach is { } day ? Shown.Day(day) : "none recorded",
            ])]);
    }
}
