using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>Tables of which one call goes wrong. A query is one call.</summary>
public sealed class FaultyTables(ITables inner, FaultPlan plan) : ITables
{
    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel) =>
        plan.CallAsync(() => inner.FindAsync(table, partition, row, cancel));

    public async IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = await plan
            .CallAsync(async () => await inner.QueryAsync(table, partition, rowPrefix, cancel).ToArrayAsync(cancel).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var row in found)
        {
            yield return row;
        }
    }

    public Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel) => plan.CallAsync(
        () => inner.InsertAsync(table, row, cancel), () => new TableConflictException(table, row.Partition, row.Row));

    public Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel) => plan.CallAsync(
        () => inner.ReplaceAsync(table, row, cancel), () => new TableConflictException(table, row.Partition, row.Row));

    public Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel) => plan.CallAsync(async () =>
    {
        await inner.UpsertAsync(table, rows, cancel).ConfigureAwait(false);
        return true;
    });

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancel) => plan.CallAsync(async () =>
    {
        await inner.DeleteAsync(table, partition, row, cancel).ConfigureAwait(false);
        return true;
    });
}
