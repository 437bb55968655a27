using System.Globalization;
using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing;

/// <summary>
/// Table storage in memory by Azure's documented rules: key encoding, limits (<see cref="TableRules"/>), ETags, transactions of at most
/// 100 rows of one partition, queries in pages. Safe for several threads.
/// </summary>
/// <param name="tables">Names of the tables; those of <see cref="TableNames"/> when null.</param>
/// <param name="pageRows">Rows a query reads at once; the service's own limit is 1,000. Between pages other writers may come in.</param>
public sealed class InMemoryTables(IEnumerable<string>? tables = null, int pageRows = 1000) : ITables
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, SortedDictionary<string, TableRow>>> _tables = (tables ?? TableNames.All)
        .ToDictionary(name => name, _ => new Dictionary<string, SortedDictionary<string, TableRow>>(StringComparer.Ordinal), StringComparer.Ordinal);
    private long _writes;

    /// <summary>All rows of a table now, in order of their keys.</summary>
    public IReadOnlyList<TableRow> Contents(string table)
    {
        lock (_gate)
        {
            return [.. Open(table).Values.SelectMany(rows => rows.Values).Select(Decoded)
                .OrderBy(row => row.Partition, StringComparer.Ordinal).ThenBy(row => row.Row, StringComparer.Ordinal)];
        }
    }

    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate) return Task.FromResult(Partition(table, partition).TryGetValue(TableKey.Encode(row), out var found) ? Decoded(found) : null);
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var rows = new List<TableRow>();
        string? continuation = null;
        do
        {
            cancel.ThrowIfCancellationRequested();
            (var page, continuation) = Page(table, partition, rowPrefix, continuation, pageRows);
            rows.AddRange(page);
        }
        while (continuation is not null);

        // The store's order is that of the encoded keys.
        rows.Sort((a, b) => string.CompareOrdinal(a.Row, b.Row));
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        TableRules.Check(row);
        lock (_gate)
        {
            var rows = Partition(table, row.Partition);
            return rows.ContainsKey(TableKey.Encode(row.Row))
                ? throw new TableConflictException(table, row.Partition, row.Row)
                : Task.FromResult(Store(rows, row));
        }
    }

    public Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (row.ETag is null) throw new ArgumentException("A row to be replaced must have the ETag it was read with.", nameof(row));
        TableRules.Check(row);
        lock (_gate)
        {
            var rows = Partition(table, row.Partition);
            return rows.TryGetValue(TableKey.Encode(row.Row), out var current) && current.ETag == row.ETag
                ? Task.FromResult(Store(rows, row))
                : throw new TableConflictException(table, row.Partition, row.Row);
        }
    }

    public Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel)
    {
        foreach (var transaction in TableTransactions.Of(rows))
        {
            cancel.ThrowIfCancellationRequested();
            lock (_gate)
            {
                var stored = Partition(table, transaction[0].Partition);
                foreach (var row in transaction) Store(stored, row);
            }
        }
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate) Partition(table, partition).Remove(TableKey.Encode(row));
        return Task.CompletedTask;
    }

    /// <summary>A page of a query, and the key where the next begins; null at the end.</summary>
    /// <param name="table">Table.</param>
    /// <param name="partition">Partition.</param>
    /// <param name="rowPrefix">Beginning of the row keys.</param>
    /// <param name="from">Continuation of the page before; null for the first page.</param>
    /// <param name="count">Rows of a page.</param>
    public (IReadOnlyList<TableRow> Rows, string? Continuation) Page(string table, string partition, string rowPrefix, string? from, int count)
    {
        var prefix = TableKey.Encode(rowPrefix);
        List<TableRow> page = [];
        lock (_gate)
        {
            foreach (var (key, row) in Partition(table, partition))
            {
                if (!key.StartsWith(prefix, StringComparison.Ordinal) || (from is not null && string.CompareOrdinal(key, from) < 0)) continue;
                if (page.Count == count) return (page, key);
                page.Add(Decoded(row));
            }
        }
        return (page, null);
    }

    private string Store(SortedDictionary<string, TableRow> rows, TableRow row)
    {
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'{++_writes:D19}'\"");
        var key = TableKey.Encode(row.Row);
        rows[key] = Copy(row, TableKey.Encode(row.Partition), key, etag);
        return etag;
    }

    private SortedDictionary<string, TableRow> Partition(string table, string partition)
    {
        var partitions = Open(table);
        var key = TableKey.Encode(partition);
        if (!partitions.TryGetValue(key, out var rows)) partitions[key] = rows = new SortedDictionary<string, TableRow>(StringComparer.Ordinal);
        return rows;
    }

    private Dictionary<string, SortedDictionary<string, TableRow>> Open(string table) => _tables.TryGetValue(table, out var partitions)
        ? partitions
        : throw new InvalidOperationException($"There is no storage table {table}.");

    private static TableRow Decoded(TableRow stored) => Copy(stored, TableKey.Decode(stored.Partition), TableKey.Decode(stored.Row), stored.ETag);

    private static TableRow Copy(TableRow row, string partition, string key, string? etag)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in row.Values)
        {
            if (value is null) continue;
            values[name] = value switch
            {
                byte[] bytes => bytes.ToArray(),
                DateTimeOffset time => time.ToUniversalTime(),
                _ => value,
            };
        }
        return new TableRow(partition, key) { Values = values, ETag = etag };
    }
}
