using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>The place of the merge in the rows of a data file.</summary>
internal sealed class ExistingRows(IAsyncEnumerable<ColumnSet> sets, KeyOrder order, TableSchema target, CancellationToken cancel) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ColumnSet> _sets = sets.GetAsyncEnumerator(cancel);
    private RowRange? _range;

    /// <summary>The rows at hand; null at the end. Valid after <see cref="FillAsync"/>.</summary>
    public RowRange? Rows => _range;

    /// <summary>Sees to it that rows are at hand unless the file has no more.</summary>
    public async ValueTask FillAsync()
    {
        while (_range is null && await _sets.MoveNextAsync().ConfigureAwait(false))
        {
            if (_sets.Current.RowCount > 0)
            {
                var window = new RowWindow(_sets.Current, order, target);
                _range = new RowRange(window, 0, window.Count);
            }
        }
    }

    /// <summary>Takes the first rows at hand.</summary>
    public RowRange Take(int count)
    {
        var range = _range!.Value;
        _range = count < range.Count ? range with { Start = range.Start + count, Count = range.Count - count } : null;
        return range with { Count = count };
    }

    /// <summary>How many of the rows at hand have a lead below <paramref name="limit"/>.</summary>
    public int CountBelow(long limit)
    {
        var range = _range!.Value;
        return Math.Min(range.Count, range.Window.FirstAtLeast(range.Start, limit) - range.Start);
    }

    public ValueTask DisposeAsync() => _sets.DisposeAsync();
}
