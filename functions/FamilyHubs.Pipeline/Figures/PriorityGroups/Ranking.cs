namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Competition ranking (E19-37): 1, 2, 2, 4; a count of 0 has no rank.</summary>
internal static class Ranking
{
    /// <summary>Sorts by count, descending, then by <paramref name="ties"/>, and gives each its rank.</summary>
    public static IEnumerable<(T Item, int Count, int? Rank)> Rank<T>(IEnumerable<T> items, Func<T, int> count, Comparison<T> ties)
    {
        (T Item, int Count)[] sorted = [.. items.Select(item => (item, count(item)))];
        Array.Sort(sorted, (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : ties(a.Item, b.Item));
        var rank = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i].Count != sorted[i - 1].Count)
            {
                rank = i + 1;
            }

            yield return (sorted[i].Item, sorted[i].Count, sorted[i].Count == 0 ? null : rank);
        }
    }
}
