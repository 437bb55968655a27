using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The extract a report is computed from, or why it cannot be.</summary>
/// <param name="Batch">The extract; null when refused.</param>
/// <param name="Pins">The lake versions to read.</param>
/// <param name="Batches">The committed batches up to this one, in order.</param>
/// <param name="IsNewest">False for a look into the past, which is not published.</param>
/// <param name="Refusal">A sentence with the remedy; null when there is an extract.</param>
internal sealed record ReportBasis(
    ExtractEntry? Batch, IReadOnlyDictionary<string, long> Pins, IReadOnlyList<ExtractEntry> Batches, bool IsNewest, string? Refusal)
{
    /// <summary>The newest committed extract, or the one asked for, if it reaches to the end of the reference date (calculations.md 1).</summary>
    /// <param name="extracts">The ledger.</param>
    /// <param name="area">Area.</param>
    /// <param name="extract">Extract asked for; null for the newest.</param>
    /// <param name="asOf">Reference date of the report.</param>
    /// <param name="period">Period of the report, for the message.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<ReportBasis> FindAsync(
        ExtractLedger extracts, string area, string? extract, DateOnly asOf, string period, CancellationToken cancel)
    {
        var committed = new CommittedExtracts(await extracts.ListAsync(area, cancel));
        if ((extract is null ? committed.Newest : committed.Find(extract)) is not { } batch)
        {
            return Refused(extract is null
                ? $"No extract of {area} has been committed yet. Ingest one first: familyhubs ingest PATH --area {area}"
                : $"Extract {extract} of {area} is not committed. See: familyhubs extracts --area {area}");
        }

        return CommittedExtracts.Covers(batch, asOf)
            ? new ReportBasis(batch, committed.PinsOf(batch), committed.BatchesUpTo(batch), batch.Extract == committed.Newest?.Extract, Refusal: null)
            : Refused(FormattableString.Invariant(
                $"Stale: extract {batch.Extract} reaches to {batch.DateTo:d MMM yyyy HH:mm}, before the end of {period} (midnight after {asOf:d MMM yyyy}). Ingest a later extract and run this again."));
    }

    private static ReportBasis Refused(string why) => new(null, new Dictionary<string, long>(StringComparer.Ordinal), [], IsNewest: false, why);
}
