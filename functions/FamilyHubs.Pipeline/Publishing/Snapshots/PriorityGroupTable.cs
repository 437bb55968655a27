using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Publishing.Definitions;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>The priority groups of the last week of a month, one figure a row.</summary>
internal static class PriorityGroupTable
{
    public static SnapshotTable Of(SnapshotDraft draft)
    {
        var week = draft.Week.Published;
        return SnapshotTableBuilder.Build(
            "priority_groups",
            "A count of the weekly Priority Group report, of the last week that ends in the month, at a place.",
            Figures(week).Select(figure => (figure, draft.WeekOrigin)),
            [
                .. SnapshotTables.Place<PriorityGroupFigure>(draft, f => f.Level, f => f.Code),
                SnapshotField<PriorityGroupFigure>.Key("section", "Part of the report: totals, groups, under_fives, under_fives_by_group, combinations, triples, meaningful_reach.", f => f.Section),
                SnapshotField<PriorityGroupFigure>.Key("group_code", "The group; for combinations and triples all of them, joined by |. Empty: all groups, or other combinations.", f => f.Group),
                SnapshotField<PriorityGroupFigure>.Label("group_name", "The group in words.", f => Name(draft, f.Group)),
                SnapshotField<PriorityGroupFigure>.Key("measure", "memberships, people, children, adults, child_memberships, adult_memberships, contacts, ascertained or percentage.", f => f.Measure),
                SnapshotField<PriorityGroupFigure>.Day("as_of", "The Sunday that the figures are of.", _ => week.AsOf),
                SnapshotField<PriorityGroupFigure>.Number("value", "The figure.", f => f.Value),
                SnapshotField<PriorityGroupFigure>.Count("rank", "Its rank at the place, 1 the largest.", f => f.Rank),
                SnapshotField<PriorityGroupFigure>.Suppressed(f => f.Suppressed),
            ]);
    }

    private static string? Name(SnapshotDraft draft, string group) =>
        group.Length == 0 ? null : string.Join(" + ", group.Split('|').Select(code => draft.Title(DefinitionKinds.PriorityGroup, code) ?? code));

    private static IEnumerable<PriorityGroupFigure> Figures(WeeklyReport week) =>
    [
        .. week.Totals.SelectMany(row => new[]
        {
            Total(row, "memberships", row.Memberships), Total(row, "people", row.People), Total(row, "children", row.Children), Total(row, "adults", row.Adults),
            Total(row, "child_memberships", row.ChildMemberships), Total(row, "adult_memberships", row.AdultMemberships),
        }),
        .. week.Groups.SelectMany(row => new[]
        {
            Group(row, "memberships", row.Memberships, row.Rank), Group(row, "children", row.Children, null), Group(row, "adults", row.Adults, null),
        }),
        .. week.UnderFivesByDistrict.Select(row => new PriorityGroupFigure(
            row.Code is "unknown" or "outside" ? row.Code : "district", row.Code, "under_fives", string.Empty, "children", row.Children, row.Rank, row.Suppressed)),
        .. week.UnderFivesByGroup.Select(row => new PriorityGroupFigure(row.Level, row.Code, "under_fives_by_group", row.Group, "children", row.Children, row.Rank, row.Suppressed)),
        .. week.Combinations.Select(row => Set("combinations", row)),
        .. week.Triples.Select(row => Set("triples", row)),
        .. week.MeaningfulReach.SelectMany(row => new[]
        {
            Reach(row, "contacts", row.Contacts), Reach(row, "ascertained", row.Ascertained), Reach(row, "percentage", row.Percentage),
        }),
    ];

    private static PriorityGroupFigure Total(TotalFigure row, string measure, int? value) =>
        new(row.Level, row.Code, "totals", string.Empty, measure, value, null, row.Suppressed && value is null);

    private static PriorityGroupFigure Group(GroupFigure row, string measure, int? value, int? rank) =>
        new(row.Level, row.Code, "groups", row.Group, measure, value, rank, row.Suppressed && value is null);

    private static PriorityGroupFigure Set(string section, CombinationFigure row) =>
        new(row.Level, row.Code, section, string.Join('|', row.Groups), "children", row.Children, row.Rank, row.Suppressed);

    private static PriorityGroupFigure Reach(MeaningfulReachFigure row, string measure, double? value) =>
        new(row.Level, row.Code, "meaningful_reach", string.Empty, measure, value, null, row.Suppressed && value is null);
}
