using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.People;

/// <summary>Reads tables once for all who want something from them: the largest have tens of millions of rows.</summary>
public static class TableScan
{
    /// <summary>Streams each table that a reader names once, with the columns that its readers ask for together, in the order of the readers.</summary>
    public static async Task RunAsync(IExtractTables tables, IReadOnlyList<ITableReader> readers, CancellationToken cancel)
    {
        foreach (var table in readers.GroupBy(reader => reader.Table, StringComparer.Ordinal))
        {
            ITableReader[] sharing = [.. table];
            var columns = sharing.SelectMany(reader => reader.Columns).Distinct().ToArray();
            await foreach (var rows in tables.ReadAsync(table.Key, columns, cancel).ConfigureAwait(false))
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var reader in sharing)
                {
                    reader.Read(rows);
                }
            }
        }
    }
}
