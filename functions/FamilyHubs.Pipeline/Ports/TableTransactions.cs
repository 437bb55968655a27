namespace FamilyHubs.Pipeline.Ports;

/// <summary>Cuts rows into what table storage writes at once: one partition, at most 100 rows, less than 4 MiB, each row once.</summary>
public static class TableTransactions
{
    /// <summary>The transactions in order of first appearance of their partitions.</summary>
    /// <exception cref="ArgumentException">A row breaks a limit (<see cref="TableRules"/>) or comes twice; nothing has been written then.</exception>
    public static IReadOnlyList<IReadOnlyList<TableRow>> Of(IReadOnlyCollection<TableRow> rows)
    {
        var transactions = new List<IReadOnlyList<TableRow>>();
        foreach (var partition in rows.GroupBy(row => row.Partition, StringComparer.Ordinal))
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            var current = new List<TableRow>();
            var bytes = 0;
            foreach (var row in partition)
            {
                var size = TableRules.Check(row);
                if (!keys.Add(row.Row)) throw new ArgumentException("Two rows to be written have the same partition and row key: which of them is meant?");
                if (current.Count == TableRules.TransactionRows || (current.Count > 0 && bytes + size > TableRules.TransactionBytes))
                {
                    transactions.Add(current);
                    (current, bytes) = ([], 0);
                }
                current.Add(row);
                bytes += size;
            }
            transactions.Add(current);
        }
        return transactions;
    }
}
