using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Lake.Staging;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// The rows of one table of a batch while the batch is read: sorted runs in memory or in a temporary file. Nothing of it is in
/// the lake before <see cref="LakeStore.CommitAsync"/>. Used by one thread at a time.
/// </summary>
public sealed class StagedTable : ITableSink, IAsyncDisposable
{
    private readonly LakeOptions _options;
    private readonly StagingBudget _budget;
    private readonly KeyOrder _order;
    private readonly SpillFile _spill;
    private readonly RowWeight _weight = new();
    private readonly List<Run> _runs = [];
    private readonly OwnerNotes _organisations;
    private readonly OwnerNotes _files;
    private ColumnSet _buffer;
    private ColumnSet? _spare;
    private long _textBytes;
    private long _taken;
    private bool _complete;

    internal StagedTable(TableSchema schema, LakeOptions options, StagingBudget budget)
    {
        Schema = schema;
        StagedSchema = new TableSchema(
            schema.Name,
            [.. schema.Columns, new ColumnDefinition(LakeNames.Removed, ColumnType.Boolean)],
            schema.Key);
        _options = options;
        _budget = budget;
        _order = new KeyOrder(schema);
        _spill = new SpillFile(StagedSchema, options.SpillFolder);
        _buffer = new ColumnSet(StagedSchema);
        _organisations = new OwnerNotes(StagedSchema, LakeNames.Organisation);
        _files = new OwnerNotes(StagedSchema, LakeNames.File);
    }

    /// <summary>Columns of the table in the lake.</summary>
    public TableSchema Schema { get; }

    /// <summary>Columns that <see cref="AddAsync"/> takes: those of the table and RemovedData, true where only the key counts.</summary>
    public TableSchema StagedSchema { get; }

    /// <summary>Rows taken so far.</summary>
    public long RowsIn { get; private set; }

    /// <summary>Rows that a later row of the same key replaced within their run; the merge finds the others.</summary>
    internal long RunDuplicates { get; private set; }

    /// <summary>Organisations among the rows; an empty cell counts as an organisation without a name.</summary>
    internal IReadOnlySet<string> Organisations => _organisations.Values;

    /// <summary>Names of the files that the rows came in, for a table that stores them.</summary>
    internal IReadOnlySet<string> Files => _files.Values;

    /// <summary>Copies rows.</summary>
    /// <exception cref="ArgumentException">The rows have other columns than <see cref="StagedSchema"/>.</exception>
    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        CheckSchema(rows.Schema);
        ObjectDisposedException.ThrowIf(_complete, this);
        for (var start = 0; start < rows.RowCount;)
        {
            cancel.ThrowIfCancellationRequested();
            var count = Math.Min(rows.RowCount - start, _options.RunRows - _buffer.RowCount);
            RowCopy.Append(_buffer, rows, start, count);
            _textBytes += _weight.Texts(rows, start, count);
            start += count;
            if (_buffer.RowCount == _options.RunRows)
            {
                Seal(_options.RunRows);
            }
        }

        _organisations.Add(rows);
        _files.Add(rows);
        RowsIn += rows.RowCount;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _complete = true;
        _spill.Dispose();
        _budget.Give(_taken);
        _taken = 0;
        _runs.Clear();
        _spare = null;
        _buffer = new ColumnSet(StagedSchema);
        return ValueTask.CompletedTask;
    }

    /// <summary>The runs in the order in which their rows came. No more rows are taken; working memory is let go.</summary>
    internal IReadOnlyList<Run> Complete()
    {
        if (!_complete)
        {
            _complete = true;
            Seal(0);
            _spare = null;
            _buffer = new ColumnSet(StagedSchema);
        }

        return _runs;
    }

    private void Seal(int nextCapacity)
    {
        if (_buffer.RowCount == 0)
        {
            return;
        }

        var sorted = RunSorter.Sort(_buffer, _order, _spare, out var duplicates);
        RunDuplicates += duplicates;
        var lead = _order.Names.Count == 0 ? 0 : KeyOrder.FirstLead(sorted[_order.Names[0]]);
        var bytes = (long)sorted.RowCount * RowWeight.Fixed(StagedSchema) + _textBytes;
        _textBytes = 0;
        if (_budget.TryTake(bytes))
        {
            _taken += bytes;
            _runs.Add(new MemoryRun(lead, sorted));
            _buffer = ReferenceEquals(sorted, _buffer) ? new ColumnSet(StagedSchema, nextCapacity) : _buffer;
            _spare = null;
        }
        else
        {
            _runs.Add(new SpilledRun(lead, _spill, _spill.Append(sorted)));
            _spare = ReferenceEquals(sorted, _buffer) ? _spare : sorted;
            _spare?.Clear();
        }

        _buffer.Clear();
    }

    private void CheckSchema(TableSchema schema)
    {
        if (!ReferenceEquals(schema, StagedSchema) && !schema.Columns.SequenceEqual(StagedSchema.Columns))
        {
            throw new ArgumentException($"Rows for table {Schema.Name} do not have the columns that were staged.", nameof(schema));
        }
    }
}
