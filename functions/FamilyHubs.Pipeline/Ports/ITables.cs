namespace FamilyHubs.Pipeline.Ports;

/// <summary>
/// Table storage. Tables exist (they are deployed, or made at the start). Keys are any text: implementations encode the
/// characters that the service refuses. Implementations: Azure.Data.Tables, and in memory with Azure's documented rules.
/// </summary>
public interface ITables
{
    Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel);

    /// <summary>Rows of a partition whose key begins with <paramref name="rowPrefix"/>, in ordinal order of the row key, all pages.</summary>
    IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, CancellationToken cancel);

    /// <summary>Adds a row that must not exist. Gives its ETag.</summary>
    /// <exception cref="TableConflictException">The row exists.</exception>
    Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel);

    /// <summary>Replaces a row that must still have the ETag of <paramref name="row"/>. Gives the new ETag.</summary>
    /// <exception cref="TableConflictException">The row was changed or removed in between.</exception>
    Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel);

    /// <summary>Writes rows whatever is there, in transactions of at most 100 rows of one partition. Re-running it changes nothing.</summary>
    Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel);

    /// <summary>Deletes a row; nothing happens when there is none.</summary>
    Task DeleteAsync(string table, string partition, string row, CancellationToken cancel);
}
