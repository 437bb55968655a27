using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>Puts rows in key order and keeps the last one of each key (extracts.md 3).</summary>
internal static class RunSorter
{
    /// <summary>Rows in order with unique keys: the set itself when it is so already, else <paramref name="spare"/> filled with them.</summary>
    /// <param name="rows">Rows as they came.</param>
    /// <param name="order">Order.</param>
    /// <param name="spare">An empty set of the same schema; made when it is needed and null.</param>
    /// <param name="duplicates">Rows left out.</param>
    public static ColumnSet Sort(ColumnSet rows, KeyOrder order, ColumnSet? spare, out int duplicates)
    {
        duplicates = 0;
        if (order.Names.Count == 0)
        {
            return rows;
        }

        var window = new RowWindow(rows, order, rows.Schema);
        if (IsStrictlyAscending(window))
        {
            return rows;
        }

        var kept = Arrange(window, out duplicates);
        var sorted = spare ?? new ColumnSet(rows.Schema, kept.Length);
        sorted.AppendFrom(rows, kept);
        return sorted;
    }

    private static bool IsStrictlyAscending(RowWindow window)
    {
        var leads = window.Leads;
        for (var i = 1; i < leads.Length; i++)
        {
            if (leads[i] <= leads[i - 1] && (leads[i] < leads[i - 1] || KeyOrder.Compare(window, i, window, i - 1) <= 0))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<int> Arrange(RowWindow window, out int duplicates)
    {
        var rows = new int[window.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        var leads = window.Leads.ToArray();
        Array.Sort(leads, rows);
        var kept = 0;
        for (int start = 0, end; start < rows.Length; start = end)
        {
            end = start + 1;
            while (end < rows.Length && leads[end] == leads[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                rows.AsSpan(start, end - start).Sort((a, b) =>
                    KeyOrder.Compare(window, a, window, b) is var order and not 0 ? order : a.CompareTo(b));
            }

            for (var i = start; i < end; i++)
            {
                if (i + 1 == end || KeyOrder.Compare(window, rows[i], window, rows[i + 1]) != 0)
                {
                    rows[kept++] = rows[i];
                }
            }
        }

        duplicates = rows.Length - kept;
        return rows.AsSpan(0, kept);
    }
}
