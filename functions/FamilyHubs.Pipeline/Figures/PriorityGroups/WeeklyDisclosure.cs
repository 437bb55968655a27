using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// Makes the publishable copy of a weekly report (calculations.md 9). Always over the whole report, before it is cut to a reader's
/// catchment: managers who compare their mails find nothing that one of them does not show.
/// </summary>
public static class WeeklyDisclosure
{
    /// <summary>The report with what may not be shown set to null, small combinations in one line, counts rounded, ranks made anew and without the list of children.</summary>
    /// <param name="report">The report as computed.</param>
    /// <param name="rule">A rule that is off gives the report as it is.</param>
    /// <param name="profile">Says which places add up to which.</param>
    /// <param name="previousWeek">
    /// Last week's report as computed. The change shows last week's count of a group only if last week's own publication did. Without it,
    /// the counts in the change are protected among themselves.
    /// </param>
    /// <exception cref="InvalidOperationException">The figures contradict each other; they must not be published.</exception>
    public static WeeklyReport Apply(WeeklyReport report, DisclosureRule rule, Profile profile, WeeklyReport? previousWeek = null)
    {
        if (rule is { Threshold: <= 1, RoundTo: <= 1 })
            return report;

        var places = new DisclosurePlaces(profile.Geography);
        var groups = new WeeklyDisclosureGroups(report, rule.Threshold, rule.RoundTo, places);
        var before = previousWeek is null ? null : new WeeklyDisclosureGroups(previousWeek, rule.Threshold, rule.RoundTo, places);
        var change = new WeeklyDisclosureChange(report, groups, before, rule.Threshold, rule.RoundTo, places);
        var underFives = new WeeklyDisclosureUnderFives(report, rule.Threshold, rule.RoundTo, places, profile.CombinationBasis == WeeklyCounts.Family);
        var reach = new WeeklyDisclosureReach(report, rule.Threshold, rule.RoundTo, places);
        return report with
        {
            Totals = [.. report.Totals.Select(groups.Publish)],
            Groups = [.. Ranked(report.Groups.Select(groups.Publish))],
            UnderFivesByDistrict = [.. Ranked(report.UnderFivesByDistrict.Select(underFives.Publish), profile.Geography)],
            UnderFivesByGroup = [.. Ranked(report.UnderFivesByGroup.Select(underFives.Publish))],
            Combinations = [.. Ranked(underFives.Combinations())],
            Triples = [.. Ranked(underFives.Triples())],
            MeaningfulReach = [.. report.MeaningfulReach.Select(reach.Publish)],
            Change = [.. report.Change.Select(change.Publish)],
            ChildList = null,
        };
    }

    /// <summary>A count of a report that no disclosure control has been over yet.</summary>
    internal static int Counted(int? value) =>
        value ?? throw new ArgumentException("The report has suppressed counts already. Give the report as it was computed.", nameof(value));

    private static IEnumerable<GroupFigure> Ranked(IEnumerable<GroupFigure> rows) => rows
        .GroupBy(row => (row.Level, row.Code))
        .SelectMany(place => WeeklyDisclosureRanks.Rank(
            place,
            row => row.Memberships,
            WeeklyDisclosureRanks.ByName<GroupFigure>(row => row.Name),
            (row, rank) => row with { Rank = DisclosurePlaces.IsRanked(row.Level) ? rank : null }));

    private static IEnumerable<GroupUnderFives> Ranked(IEnumerable<GroupUnderFives> rows) => rows
        .GroupBy(row => (row.Level, row.Code))
        .SelectMany(place => WeeklyDisclosureRanks.Rank(
            place,
            row => row.Children,
            WeeklyDisclosureRanks.ByName<GroupUnderFives>(row => row.Name),
            (row, rank) => row with { Rank = DisclosurePlaces.IsRanked(row.Level) ? rank : null }));

    /// <summary>The districts of the profile, then unknown and outside, which have no rank.</summary>
    private static IEnumerable<DistrictUnderFives> Ranked(IEnumerable<DistrictUnderFives> rows, Geography geography)
    {
        var index = new GeographyIndex(geography);
        DistrictUnderFives[] all = [.. rows];
        return WeeklyDisclosureRanks.Rank(
                all.Where(row => index.FindDistrict(row.Code) is not null),
                row => row.Children,
                WeeklyDisclosureRanks.ByName<DistrictUnderFives>(row => row.Name ?? row.Code),
                (row, rank) => row with { Rank = rank })
            .Concat(all.Where(row => index.FindDistrict(row.Code) is null));
    }

    /// <summary>The line of the others, which has no groups, is last and without rank.</summary>
    private static IEnumerable<CombinationFigure> Ranked(IEnumerable<CombinationFigure> rows) => rows
        .GroupBy(row => (row.Level, row.Code))
        .SelectMany(place => WeeklyDisclosureRanks.Rank(
                place.Where(row => row.Groups.Count > 0),
                row => row.Children,
                WeeklyDisclosureRanks.BySet,
                (row, rank) => row with { Rank = DisclosurePlaces.IsRanked(row.Level) ? rank : null })
            .Concat(place.Where(row => row.Groups.Count == 0)));
}
