using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>
/// Tables as a process of the simulation reaches them. A query comes in pages, between which others write; one may be empty and not the last. Each
/// transaction of a bulk write is a call of its own, after which the process may end.
/// </summary>
internal sealed class SimulatedTables(SimulatedProcess process, InMemoryTables inner) : ITables
{
    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel) =>
        process.CallAsync(CallKind.Read, new("find", table, partition, row), () => inner.FindAsync(table, partition, row, cancel));

    public async IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = new List<TableRow>();
        string? from = null;
        var more = true;
        while (more)
        {
            var (page, next) = await process.CallAsync(
                CallKind.Read,
                new("query", table, partition, rowPrefix),
                () => Task.FromResult(process.IsEmptyPage() ? ([], from ?? string.Empty) : inner.Page(table, partition, rowPrefix, from, process.PageSize)))
                .ConfigureAwait(false);
            rows.AddRange(page);
            (from, more) = (next, next is not null);
        }

        // The store's order is that of the encoded keys.
        rows.Sort((a, b) => string.CompareOrdinal(a.Row, b.Row));
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel) => process.CallAsync(
        CallKind.Conditional,
        new("insert", table, row.Partition, row.Row),
        () => inner.InsertAsync(table, row, cancel),
        () => new TableConflictException(table, row.Partition, row.Row));

    public Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel) => process.CallAsync(
        CallKind.Conditional,
        new("replace", table, row.Partition, row.Row),
        () => inner.ReplaceAsync(table, row, cancel),
        () => new TableConflictException(table, row.Partition, row.Row));

    public async Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel)
    {
        foreach (var transaction in TableTransactions.Of(rows))
        {
            await process.CallAsync(CallKind.Write, new("upsert", table, transaction[0].Partition), async () =>
            {
                await inner.UpsertAsync(table, transaction, cancel).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancel) =>
        process.CallAsync(CallKind.Write, new("delete", table, partition, row), async () =>
        {
            await inner.DeleteAsync(table, partition, row, cancel).ConfigureAwait(false);
            return true;
        });
}
