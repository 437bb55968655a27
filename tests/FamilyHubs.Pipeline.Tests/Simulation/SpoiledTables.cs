using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Tables of an engine that does without the condition of some writes, or without some writes.</summary>
/// <param name="inner">The tables.</param>
/// <param name="isBlind">Rows whose insert or replacement asks for no condition.</param>
/// <param name="isLost">Rows that are not written at all.</param>
internal sealed class SpoiledTables(ITables inner, Func<string, TableRow, bool> isBlind, Func<string, TableRow, bool> isLost) : ITables
{
    private const string Nothing = "nothing";

    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel) => inner.FindAsync(table, partition, row, cancel);

    public IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, CancellationToken cancel) =>
        inner.QueryAsync(table, partition, rowPrefix, cancel);

    public async Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel) => await SpoilAsync(table, row, cancel) ?? await inner.InsertAsync(table, row, cancel);

    public async Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel) =>
        await SpoilAsync(table, row, cancel) ?? (row.ETag == Nothing
            ? await inner.InsertAsync(table, row with { ETag = null }, cancel)
            : await inner.ReplaceAsync(table, row, cancel));

    public Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel) => inner.UpsertAsync(table, rows, cancel);

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancel) => inner.DeleteAsync(table, partition, row, cancel);

    private async Task<string?> SpoilAsync(string table, TableRow row, CancellationToken cancel)
    {
        if (isLost(table, row))
        {
            return Nothing;
        }

        if (!isBlind(table, row))
        {
            return null;
        }

        await inner.UpsertAsync(table, [row with { ETag = null }], cancel);
        return (await inner.FindAsync(table, row.Partition, row.Row, cancel))!.ETag;
    }
}
