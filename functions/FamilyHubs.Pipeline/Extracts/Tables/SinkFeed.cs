using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>Hands rows on, one set after another: those of a large file in the background, while the next ones are parsed. A small file is one set.</summary>
internal sealed class SinkFeed(StagedRows staged, ITableSink sink, RowCounters counters, bool isLarge) : IAsyncDisposable
{
    private Task _taking = Task.CompletedTask;

    /// <summary>Hands on the first rows of those staged. Throws what handing on the set before them threw.</summary>
    public async ValueTask HandOnAsync(int count, CancellationToken cancel)
    {
        await CompleteAsync();
        if (count > 0)
        {
            // The same set each time, so there is never more than one on its way.
            ColumnSet rows = staged.Take(count);
            _taking = isLarge ? Task.Run(() => TakeAsync(rows, cancel), CancellationToken.None) : TakeAsync(rows, cancel);
        }
    }

    /// <summary>Waits until everything handed on was taken.</summary>
    public Task CompleteAsync() => _taking;

    /// <summary>The sink is at rest afterwards, whatever came of it.</summary>
    public async ValueTask DisposeAsync() => await _taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task TakeAsync(ColumnSet rows, CancellationToken cancel)
    {
        counters.Add(rows);
        await sink.AddAsync(rows, cancel);
    }
}
