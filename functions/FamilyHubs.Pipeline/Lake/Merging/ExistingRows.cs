using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>The place of the merge in the rows of a data file.</summary>
internal sealed class ExistingRows
{
    private readonly IReadOnlyList<ColumnSet> _sets;
    private readonly KeyOrder _order;
    private readonly TableSchema _target;
    private int _next;

    public ExistingRows(IReadOnlyList<ColumnSet> sets, KeyOrder order, TableSchema target)
    {
        (_sets, _order, _target) = (sets, order, target);
        Rows = NextSet();
    }

    /// <summary>The rows at hand; never empty. Null at the end.</summary>
    public RowRange? Rows { get; private set; }

    /// <summary>Takes the first rows at hand.</summary>
    public RowRange Take(int count)
    {
        var range = Rows!.Value;
        Rows = count < range.Count ? range with { Start = range.Start + count, Count = range.Count - count } : NextSet();
        return range with { Count = count };
    }

    /// <summary>How many of the rows at hand have a lead below <paramref name="limit"/>.</summary>
    public int CountBelow(long limit)
    {
        var range = Rows!.Value;
        return Math.Min(range.Count, range.Window.FirstAtLeast(range.Start, limit) - range.Start);
    }

    private RowRange? NextSet()
    {
        while (_next < _sets.Count)
        {
            var set = _sets[_next++];
            if (set.RowCount > 0)
            {
                return new RowRange(new RowWindow(set, _order, _target), 0, set.RowCount);
            }
        }

        return null;
    }
}
