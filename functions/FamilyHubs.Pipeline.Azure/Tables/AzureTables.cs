using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.Tables;

/// <summary>Tables of a storage account. The client must be made with <see cref="StorageClientOptions"/>, which counts its retries.</summary>
public sealed class AzureTables(TableServiceClient service) : ITables
{
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    public async Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken cancel)
    {
        var found = await service.GetTableClient(table)
            .GetEntityIfExistsAsync<TableEntity>(TableKey.Encode(partition), TableKey.Encode(row), cancellationToken: cancel).ConfigureAwait(false);
        if (found.HasValue) return TableRowEntity.ToRow(found.Value!);
        ThrowIfTableMissing(table, found.GetRawResponse());
        return null;
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string rowPrefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = new List<TableRow>();
        try
        {
            // Goes on through every continuation, also after a page without rows.
            var pages = service.GetTableClient(table).QueryAsync<TableEntity>(TableFilter.Of(partition, rowPrefix), cancellationToken: cancel);
            await foreach (var entity in pages.ConfigureAwait(false))
            {
                var row = TableRowEntity.ToRow(entity);
                if (row.Row.StartsWith(rowPrefix, StringComparison.Ordinal)) rows.Add(row);
            }
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            throw Missing(table, e);
        }

        // The store's order is that of the encoded keys.
        rows.Sort((a, b) => string.CompareOrdinal(a.Row, b.Row));
        foreach (var row in rows) yield return row;
    }

    public async Task<string> InsertAsync(string table, TableRow row, CancellationToken cancel)
    {
        TableRules.Check(row);
        using var retries = RetryCounter.Watch();
        try
        {
            var answer = await service.GetTableClient(table).AddEntityAsync(TableRowEntity.Of(row), cancel).ConfigureAwait(false);
            return ETagOf(answer);
        }
        catch (RequestFailedException e) when (e.Status == Conflict && e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await OwnWriteOrConflictAsync(table, row, retries, e, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            throw Missing(table, e);
        }
    }

    public async Task<string> ReplaceAsync(string table, TableRow row, CancellationToken cancel)
    {
        if (row.ETag is null) throw new ArgumentException("A row to be replaced must have the ETag it was read with.", nameof(row));
        TableRules.Check(row);
        using var retries = RetryCounter.Watch();
        try
        {
            var answer = await service.GetTableClient(table)
                .UpdateEntityAsync(TableRowEntity.Of(row), new ETag(row.ETag), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
            return ETagOf(answer);
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            return await OwnWriteOrConflictAsync(table, row, retries, e, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            throw e.ErrorCode == TableErrorCode.TableNotFound ? Missing(table, e) : new TableConflictException(table, row.Partition, row.Row, e);
        }
    }

    public async Task UpsertAsync(string table, IReadOnlyCollection<TableRow> rows, CancellationToken cancel)
    {
        var client = service.GetTableClient(table);
        foreach (var transaction in TableTransactions.Of(rows))
        {
            var actions = transaction.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, TableRowEntity.Of(row)));
            try
            {
                await client.SubmitTransactionAsync(actions, cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException e) when (e.Status == NotFound)
            {
                throw Missing(table, e);
            }
        }
    }

    public async Task DeleteAsync(string table, string partition, string row, CancellationToken cancel)
    {
        var answer = await service.GetTableClient(table)
            .DeleteEntityAsync(TableKey.Encode(partition), TableKey.Encode(row), ETag.All, cancel).ConfigureAwait(false);
        ThrowIfTableMissing(table, answer);
    }

    /// <summary>A conflict after a retry may be with the caller's own write: then the row is there as it was to be written.</summary>
    private async Task<string> OwnWriteOrConflictAsync(
        string table, TableRow row, RetryCounter.Scope retries, RequestFailedException e, CancellationToken cancel)
    {
        var found = retries.Retried ? await FindAsync(table, row.Partition, row.Row, cancel).ConfigureAwait(false) : null;
        return found is not null && TableRowEntity.HaveSameValues(found, row) ? found.ETag! : throw new TableConflictException(table, row.Partition, row.Row, e);
    }

    private static string ETagOf(Response answer) =>
        answer.Headers.ETag is { } etag ? etag.ToString("H") : throw new InvalidDataException("Table storage answered a write without an ETag.");

    private static void ThrowIfTableMissing(string table, Response answer)
    {
        if (answer.Status == NotFound && answer.Content.ToString().Contains("TableNotFound", StringComparison.Ordinal)) throw Missing(table, null);
    }

    private static InvalidOperationException Missing(string table, Exception? inner) =>
        new($"There is no storage table {table}. It is made by the deployment, or by EnsureStoresAsync on local storage.", inner);
}
