using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// Disclosure control of the change since last week (calculations.md 9.6). Nothing is shown of a group unless both weeks show it, so that
/// the change says no more than the two reports do, and an attacker who has both learns nothing from it.
/// </summary>
internal sealed class WeeklyDisclosureChange
{
    private readonly WeeklyDisclosureGroups _current;
    private readonly Func<ChangeFigure, int?> _previous;

    /// <param name="current">This week's groups as published.</param>
    /// <param name="previousWeek">Last week's groups as published; null when only the change knows them: then its own counts are protected.</param>
    public WeeklyDisclosureChange(
        WeeklyReport report, WeeklyDisclosureGroups current, WeeklyDisclosureGroups? previousWeek, int threshold, int roundTo, DisclosurePlaces places)
    {
        _current = current;
        _previous = previousWeek is not null
            ? row => previousWeek.Memberships(row.Level, row.Code, row.Group)
            : Alone(report.Change, threshold, roundTo, places);
    }

    public ChangeFigure Publish(ChangeFigure row)
    {
        var (current, previous) = (_current.Memberships(row.Level, row.Code, row.Group), _previous(row));
        return current is null || previous is null
            ? row with { Current = null, Previous = null, Difference = null, Suppressed = true }
            : row with { Current = current, Previous = previous, Difference = current - previous, Suppressed = false };
    }

    private static Func<ChangeFigure, int?> Alone(IReadOnlyList<ChangeFigure> change, int threshold, int roundTo, DisclosurePlaces places)
    {
        var table = new DisclosureTable();
        var cells = change.ToDictionary(
            row => (row.Level, row.Code, row.Group),
            row => table.Add($"group {row.Group} {row.Level} {row.Code}", WeeklyDisclosure.Counted(row.Previous)));
        foreach (var group in cells.GroupBy(entry => entry.Key.Group))
            places.AddSums(table, group.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value));
        var suppressed = new DisclosureControl(threshold).Suppress(table);
        return row => cells[(row.Level, row.Code, row.Group)] is var cell && suppressed[cell]
            ? null
            : DisclosureControl.Round(table.Cells[cell].Value, roundTo);
    }
}
