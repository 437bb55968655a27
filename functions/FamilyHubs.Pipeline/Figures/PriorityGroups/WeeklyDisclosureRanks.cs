namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// Ranks and order of what is published. A suppressed row has no rank and follows by name, and the others are ranked as if it were not there:
/// a gap in the ranks would say between which counts it lies (calculations.md 9.5).
/// </summary>
internal static class WeeklyDisclosureRanks
{
    /// <summary>Competition ranks 1, 2, 2, 4 by count; zeros have none and come last.</summary>
    public static IEnumerable<T> Rank<T>(IEnumerable<T> rows, Func<T, int?> count, IComparer<T> ties, Func<T, int, T> withRank)
    {
        T[] all = [.. rows];
        var (rank, position) = (0, 0);
        int? above = null;
        foreach (var row in all.Where(row => count(row) > 0).OrderByDescending(count).ThenBy(row => row, ties))
        {
            position++;
            if (count(row) != above)
                (rank, above) = (position, count(row));
            yield return withRank(row, rank);
        }
        foreach (var row in all.Where(row => count(row) is null).OrderBy(row => row, ties))
            yield return row;
        foreach (var row in all.Where(row => count(row) == 0).OrderBy(row => row, ties))
            yield return row;
    }

    public static IComparer<T> ByName<T>(Func<T, string> name) =>
        Comparer<T>.Create((left, right) => string.CompareOrdinal(name(left), name(right)));

    /// <summary>Ties of combinations: the larger set first, then the codes joined with | (calculations.md 3). The line of the others is last.</summary>
    public static IComparer<CombinationFigure> BySet { get; } = Comparer<CombinationFigure>.Create((left, right) =>
        left.Groups.Count != right.Groups.Count
            ? right.Groups.Count.CompareTo(left.Groups.Count)
            : string.CompareOrdinal(string.Join('|', left.Groups), string.Join('|', right.Groups)));
}
