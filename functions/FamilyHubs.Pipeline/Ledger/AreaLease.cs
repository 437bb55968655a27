using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// One worker at a time does a kind of work of an area. It changes the lake, so that batches are committed in one order and each ledger entry
/// pins versions that belong together; or it makes the figures of the months that are due. Another worker takes over when the lease has ended:
/// every step may be done again.
/// </summary>
public sealed class AreaLease(ITables tables, TimeProvider time)
{
    private const string Lake = "lake";

    /// <summary>Takes the lease on the area's lake and keeps it until the hold is disposed; null when another worker has it.</summary>
    public Task<AreaHold?> HoldAsync(string area, CancellationToken cancel) => HoldAsync(area, Lake, cancel);

    /// <summary>The same for a kind of work, e.g. <c>weekly</c>.</summary>
    public async Task<AreaHold?> HoldAsync(string area, string work, CancellationToken cancel) =>
        await TakeAsync(area, work, cancel) is { } lease ? new AreaHold(this, lease, time, cancel) : null;

    /// <summary>True while a worker has the lease on the area's lake.</summary>
    public async Task<bool> IsTakenAsync(string area, CancellationToken cancel) =>
        (await tables.FindAsync(TableNames.Extracts, Partition(area), Lake, cancel))?.Time("Until") > time.GetUtcNow();

    /// <summary>Takes the lease on the area's lake; null when another worker has it.</summary>
    public Task<TableRow?> TakeAsync(string area, CancellationToken cancel) => TakeAsync(area, Lake, cancel);

    /// <summary>Takes the lease on a kind of work; null when another worker has it.</summary>
    /// <param name="area">Area.</param>
    /// <param name="work">What is done under it, e.g. <c>monthly</c>.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<TableRow?> TakeAsync(string area, string work, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var known = await tables.FindAsync(TableNames.Extracts, Partition(area), work, cancel);
        if (known?.Time("Until") > now)
        {
            return null;
        }

        var lease = Until(now + ExtractLedger.Lease, new TableRow(Partition(area), work) { ETag = known?.ETag });
        try
        {
            var etag = known is null
                ? await tables.InsertAsync(TableNames.Extracts, lease, cancel)
                : await tables.ReplaceAsync(TableNames.Extracts, lease, cancel);
            return lease with { ETag = etag };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>Keeps the lease for another while. Gives it with its new ETag.</summary>
    /// <exception cref="TableConflictException">The lease had ended and another worker took over: stop before writing more.</exception>
    public async Task<TableRow> RenewAsync(TableRow lease, CancellationToken cancel)
    {
        var renewed = Until(time.GetUtcNow() + ExtractLedger.Lease, lease);
        return renewed with { ETag = await tables.ReplaceAsync(TableNames.Extracts, renewed, cancel) };
    }

    /// <summary>Gives the lease back. A lease lost in between is no fault here.</summary>
    public async Task ReturnAsync(TableRow lease, CancellationToken cancel)
    {
        try
        {
            await tables.ReplaceAsync(TableNames.Extracts, Until(time.GetUtcNow(), lease), cancel);
        }
        catch (TableConflictException)
        {
            // Another worker has it now.
        }
    }

    private static TableRow Until(DateTimeOffset end, TableRow lease) =>
        lease with { Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Until"] = end } };

    private static string Partition(string area) => $"{area}|lease";
}
