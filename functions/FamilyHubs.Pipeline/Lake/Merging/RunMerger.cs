using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Staging;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>
/// All runs of a staged table as one sequence of rows in key order, each key once: the row of the latest run; of a table without
/// a key all rows as they came. Runs are opened when the sequence reaches them, so that a file that came in order is never more
/// than a run or two in memory.
/// </summary>
internal sealed class RunMerger : IDisposable
{
    private readonly RunCursor[] _unopened;
    private readonly List<RunCursor> _heap = [];
    private readonly bool _hasKey;
    private int _nextUnopened;

    public RunMerger(IReadOnlyList<Run> runs, KeyOrder order, TableSchema target)
    {
        _unopened = new RunCursor[runs.Count];
        for (var i = 0; i < _unopened.Length; i++)
        {
            _unopened[i] = new RunCursor(runs[i], i, order, target);
        }

        _hasKey = order.Names.Count > 0;
        if (_hasKey)
        {
            Array.Sort(_unopened, (a, b) => a.Lead.CompareTo(b.Lead) is var byLead and not 0 ? byLead : a.Number.CompareTo(b.Number));
        }
    }

    /// <summary>Rows passed over because a later run has a row of the same key.</summary>
    public long Duplicates { get; private set; }

    /// <summary>The next rows, as many as are known to come before those of every other run; null at the end.</summary>
    public RowRange? Next()
    {
        if (!_hasKey)
        {
            return NextInFileOrder();
        }

        OpenReached();
        if (_heap.Count == 0)
        {
            return null;
        }

        var top = _heap[0];
        var window = top.Window!;
        var row = top.Row;
        PassDuplicates(window, row);
        var end = NextLead() is { } limit ? Math.Max(row + 1, window.FirstAtLeast(row, limit)) : window.Count;
        Advance(0, end - row);
        return new RowRange(window, row, end - row);
    }

    public void Dispose()
    {
        foreach (var cursor in _unopened)
        {
            cursor.Dispose();
        }
    }

    /// <summary>Rows without a key have no order but that of their file, and none replaces another.</summary>
    private RowRange? NextInFileOrder()
    {
        if (_heap.Count == 0)
        {
            if (_nextUnopened == _unopened.Length)
            {
                return null;
            }

            _heap.Add(_unopened[_nextUnopened++]);
            _heap[0].Open();
        }

        var window = _heap[0].Window!;
        Advance(0, window.Count);
        return new RowRange(window, 0, window.Count);
    }

    /// <summary>Opens the runs that may hold the next row.</summary>
    private void OpenReached()
    {
        while (_nextUnopened < _unopened.Length && (_heap.Count == 0 || _unopened[_nextUnopened].Lead <= _heap[0].Lead))
        {
            var cursor = _unopened[_nextUnopened++];
            cursor.Open();
            _heap.Add(cursor);
            SiftUp(_heap.Count - 1);
        }
    }

    /// <summary>Goes past the rows of other runs with the key of the top row; the top is the latest of them.</summary>
    private void PassDuplicates(RowWindow window, int row)
    {
        while (true)
        {
            var other = _heap.Count > 1 ? SecondIndex() : -1;
            if (other < 0
                || _heap[other].Lead != window.Leads[row]
                || KeyOrder.Compare(_heap[other].Window!, _heap[other].Row, window, row) != 0)
            {
                return;
            }

            Duplicates++;
            Advance(other, 1);
        }
    }

    /// <summary>The least lead of the rows of all other runs; null when there are none.</summary>
    private long? NextLead()
    {
        long? open = _heap.Count > 1 ? _heap[SecondIndex()].Lead : null;
        long? unopened = _nextUnopened < _unopened.Length ? _unopened[_nextUnopened].Lead : null;
        return open < unopened ? open : unopened ?? open;
    }

    private int SecondIndex() => _heap.Count > 2 && RunCursor.Compare(_heap[2], _heap[1]) < 0 ? 2 : 1;

    private void Advance(int index, int rows)
    {
        if (!_heap[index].Advance(rows))
        {
            _heap[index].Dispose();
            _heap[index] = _heap[^1];
            _heap.RemoveAt(_heap.Count - 1);
        }

        if (index < _heap.Count)
        {
            SiftDown(index);
        }
    }

    private void SiftUp(int index)
    {
        while (index > 0 && RunCursor.Compare(_heap[index], _heap[(index - 1) / 2]) < 0)
        {
            (_heap[index], _heap[(index - 1) / 2]) = (_heap[(index - 1) / 2], _heap[index]);
            index = (index - 1) / 2;
        }
    }

    private void SiftDown(int index)
    {
        while (true)
        {
            var least = index;
            for (var child = 2 * index + 1; child <= 2 * index + 2 && child < _heap.Count; child++)
            {
                if (RunCursor.Compare(_heap[child], _heap[least]) < 0)
                {
                    least = child;
                }
            }

            if (least == index)
            {
                return;
            }

            (_heap[index], _heap[least]) = (_heap[least], _heap[index]);
            index = least;
        }
    }
}
