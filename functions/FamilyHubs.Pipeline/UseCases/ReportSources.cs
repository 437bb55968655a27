using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Where the figures of a run come from, for mails and pages.</summary>
internal static class ReportSources
{
    /// <param name="extracts">Ledger of extracts.</param>
    /// <param name="run">The run.</param>
    /// <param name="asOf">Reference date of the report.</param>
    /// <param name="page">Its sign-in page; null where there is no site.</param>
    /// <param name="next">Day of the next report.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InvalidDataException">The run's extract is not in the ledger.</exception>
    public static async Task<ReportFacts> OfAsync(
        ExtractLedger extracts, RunEntry run, DateOnly asOf, Uri? page, DateOnly next, CancellationToken cancel)
    {
        var batch = await extracts.FindAsync(run.Area, run.Extract, cancel)
            ?? throw new InvalidDataException($"Extract {run.Extract} of {run.Area}, which run {run.Id} names, is not in the ledger.");
        var asAt = batch.DateTo ?? asOf.ToDateTime(TimeOnly.MinValue);
        return new ReportFacts(
            asAt,
            batch.Tables.Sum(t => t.Rows),
            batch.RefusedRows,
            FormattableString.Invariant($"The figures were drawn from SystmOne as it stood on {asAt:d MMMM yyyy} at {asAt:HH:mm}."),
            run.Id,
            page,
            next);
    }
}
