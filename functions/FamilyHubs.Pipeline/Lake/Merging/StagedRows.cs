using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>The place of the merge in the staged rows.</summary>
internal sealed class StagedRows(RunMerger runs)
{
    private RowRange? _range = runs.Next();

    /// <summary>The rows at hand; never empty. Null at the end.</summary>
    public RowRange? Rows => _range;

    /// <summary>Takes the first rows at hand.</summary>
    public RowRange Take(int count)
    {
        var range = _range!.Value;
        _range = count < range.Count ? range with { Start = range.Start + count, Count = range.Count - count } : runs.Next();
        return range with { Count = count };
    }

    /// <summary>How many of the rows at hand have a lead below <paramref name="limit"/>.</summary>
    public int CountBelow(long limit)
    {
        var range = _range!.Value;
        return Math.Min(range.Count, range.Window.FirstAtLeast(range.Start, limit) - range.Start);
    }

    /// <summary>True when the row asks for the removal of its key.</summary>
    public static ReadOnlySpan<bool> Removals(RowRange range) =>
        ((ValueColumn<bool>)range.Window.Rows.Columns[^1]).Values.Slice(range.Start, range.Count);
}
