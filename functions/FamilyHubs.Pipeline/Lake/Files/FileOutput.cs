using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>
/// Rows in key order to data files. Rows are gathered as ranges and copied in bulk; full files are encoded and
/// uploaded in the background while the merge goes on, at most <see cref="LakeOptions.Parallelism"/> at once. A part of the table
/// whose rows all stayed is dropped before anything is copied.
/// </summary>
internal sealed class FileOutput(DataFiles files, TableSchema schema, LakeOptions options, CancellationToken cancel) : IDisposable
{
    private const int RowsAtOnce = 16_384;

    private readonly bool _hasKey = schema.Key.Count > 0;
    private readonly int _groupsOfFile = Math.Max(1, options.FileRows / options.RowGroupRows);
    private readonly SemaphoreSlim _writers = new(options.Parallelism);
    private readonly ConcurrentBag<RowGroup> _spare = [];
    private readonly ConcurrentBag<MemoryStream> _buffers = [];
    private readonly List<Task<DataFile>> _writes = [];
    private readonly List<RowGroup> _full = [];
    private readonly List<RowRange> _ranges = [];
    private RowGroup? _current;
    private int _rows;
    private bool _changed;
    private int _lookAhead;

    /// <summary>Begins a part of the table.</summary>
    /// <param name="replacesFile">True when the part is a file of the table: it is split only when it has grown by half at least.</param>
    public void BeginPart(bool replacesFile)
    {
        _changed = !replacesFile;
        _lookAhead = replacesFile ? (_groupsOfFile + 1) / 2 : 0;
    }

    /// <summary>Adds rows that the table has already.</summary>
    public void Keep(RowRange range) => Add(range);

    /// <summary>Adds new or updated rows.</summary>
    public void Put(RowRange range)
    {
        _changed = true;
        Add(range);
    }

    /// <summary>Notes that a row of the table was left out.</summary>
    public void Drop() => _changed = true;

    /// <summary>Hands on what can be written; call it between additions.</summary>
    public async ValueTask FlushAsync()
    {
        if (_changed && _rows >= RowsAtOnce)
        {
            await CopyAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the part; false when its rows are those of the file, which then stays.</summary>
    public async ValueTask<bool> EndPartAsync()
    {
        if (!_changed)
        {
            _ranges.Clear();
            _rows = 0;
            return false;
        }

        await CopyAsync().ConfigureAwait(false);
        SealCurrent();
        await WriteAsync(_full.Count).ConfigureAwait(false);
        return true;
    }

    /// <summary>The files written, in key order.</summary>
    public Task<DataFile[]> CompleteAsync() => Task.WhenAll(_writes);

    /// <summary>Waits until nothing is written any more, whatever came of it.</summary>
    public async Task SettleAsync()
    {
        foreach (var write in _writes)
        {
            await ((Task)write).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _writers.Dispose();

    private void Add(RowRange range)
    {
        _rows += range.Count;
        var ranges = CollectionsMarshal.AsSpan(_ranges);
        if (ranges.Length > 0 && ranges[^1] is var last && ReferenceEquals(last.Window, range.Window) && last.Start + last.Count == range.Start)
        {
            ranges[^1] = last with { Count = last.Count + range.Count };
        }
        else
        {
            _ranges.Add(range);
        }
    }

    private async ValueTask CopyAsync()
    {
        for (var next = 0; next < _ranges.Count;)
        {
            next = FillCurrent(next);
            if (_full.Count >= _groupsOfFile + _lookAhead)
            {
                await WriteAsync(_groupsOfFile).ConfigureAwait(false);
            }
        }

        _ranges.Clear();
        _rows = 0;
    }

    /// <summary>Copies ranges from <paramref name="next"/> on into the current group until it is full; gives the next range.</summary>
    private int FillCurrent(int next)
    {
        var ranges = CollectionsMarshal.AsSpan(_ranges);
        if (_current is { } full && full.Rows.RowCount >= options.RowGroupRows && (!_hasKey || ranges[next].FirstLead != full.LastLead))
        {
            SealCurrent();
        }

        var group = _current ??= Rent(ranges[next..]);
        var rows = group.Rows.RowCount;
        var from = next;
        for (; next < ranges.Length; next++)
        {
            var range = ranges[next];
            var room = Room(group, range, rows);
            if (room <= 0)
            {
                break;
            }

            group.Note(range.Window.Leads.AsSpan(range.Start, Math.Min(room, range.Count)));
            rows += Math.Min(room, range.Count);
            if (room < range.Count)
            {
                RowCopy.Append(group.Rows, ranges[from..next]);
                RowCopy.Append(group.Rows, [range with { Count = room }]);
                ranges[next] = range with { Start = range.Start + room, Count = range.Count - room };
                return next;
            }
        }

        RowCopy.Append(group.Rows, ranges[from..next]);
        return next;
    }

    /// <summary>How many rows of the range the group takes: up to its size, and beyond it the rest of the last record.</summary>
    private int Room(RowGroup group, RowRange range, int rows)
    {
        var room = options.RowGroupRows - rows;
        if (room > 0)
        {
            return room;
        }

        var sameRecord = 0;
        while (_hasKey && sameRecord < range.Count && range.Window.Leads[range.Start + sameRecord] == group.LastLead)
        {
            sameRecord++;
        }

        return sameRecord;
    }

    private void SealCurrent()
    {
        if (_current is { Rows.RowCount: > 0 } group)
        {
            _full.Add(group);
            _current = null;
        }
    }

    private async ValueTask WriteAsync(int count)
    {
        if (count == 0)
        {
            return;
        }

        var groups = _full.GetRange(0, count);
        _full.RemoveRange(0, count);
        await _writers.WaitAsync(cancel).ConfigureAwait(false);
        if (options.Parallelism > 1)
        {
            _writes.Add(Task.Run(() => WriteFileAsync(groups), CancellationToken.None));
            return;
        }

        var write = WriteFileAsync(groups);
        _writes.Add(write);
        await write.ConfigureAwait(false);
    }

    private async Task<DataFile> WriteFileAsync(List<RowGroup> groups)
    {
        var buffer = _buffers.TryTake(out var spare) ? spare : new MemoryStream();
        try
        {
            return await files.WriteAsync(schema, groups, buffer, cancel).ConfigureAwait(false);
        }
        finally
        {
            Return(groups);
            buffer.SetLength(0);
            _buffers.Add(buffer);
            _writers.Release();
        }
    }

    /// <summary>A group that is empty, with room for the rows at hand: a small table must not pay for a big one.</summary>
    private RowGroup Rent(ReadOnlySpan<RowRange> ranges)
    {
        if (_spare.TryTake(out var group))
        {
            return group;
        }

        var rows = 0;
        for (var i = 0; i < ranges.Length && rows < options.RowGroupRows; i++)
        {
            rows += ranges[i].Count;
        }

        return new RowGroup(new ColumnSet(schema, Math.Min(rows, options.RowGroupRows)));
    }

    private void Return(IEnumerable<RowGroup> groups)
    {
        foreach (var group in groups)
        {
            group.Clear();
            _spare.Add(group);
        }
    }
}
