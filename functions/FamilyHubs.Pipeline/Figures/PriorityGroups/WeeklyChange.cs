namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>What changed since the report of the week before, as reported then (calculations.md 3).</summary>
internal static class WeeklyChange
{
    /// <summary>
    /// One figure for each (level, code, group) of either report, in the order of this week's, then last week's. A team that stands in
    /// one report alone had no resident at the other's day: it counts as none there. Empty when there was no report.
    /// </summary>
    public static IReadOnlyList<ChangeFigure> Between(IReadOnlyList<GroupFigure> current, WeeklyReport? previous)
    {
        if (previous is null)
        {
            return [];
        }

        var before = previous.Groups.ToDictionary(KeyOf);
        var now = current.Select(KeyOf).ToHashSet();
        return
        [
            .. current.Select(figure => Change(figure, figure.Memberships, before.TryGetValue(KeyOf(figure), out var then) ? then.Memberships : 0)),
            .. previous.Groups.Where(figure => !now.Contains(KeyOf(figure))).Select(figure => Change(figure, 0, figure.Memberships)),
        ];
    }

    private static (string Level, string Code, string Group) KeyOf(GroupFigure figure) => (figure.Level, figure.Code, figure.Group);

    private static ChangeFigure Change(GroupFigure figure, int? now, int? then) =>
        new(figure.Level, figure.Code, figure.Group, now, then, now - then, now is null || then is null);
}
