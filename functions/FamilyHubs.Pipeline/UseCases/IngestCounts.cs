using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The counts of one table for the ledger.</summary>
internal static class IngestCounts
{
    /// <param name="reading">What was read.</param>
    /// <param name="manifest">Manifest of the batch.</param>
    /// <param name="commit">What the lake did.</param>
    /// <param name="removal">The removal of patients after it; null when there was none.</param>
    /// <param name="version">Version of the lake table that the ledger entry pins.</param>
    /// <param name="forgotten">Rows of forgotten people that were left out.</param>
    /// <exception cref="InvalidOperationException">Rows were lost between reader and lake: nothing may be published.</exception>
    public static TableIngest Of(TableReading reading, Manifest? manifest, TableCommit commit, TableCommit? removal, long version, long forgotten = 0)
    {
        if (reading.Rows != reading.Kept + reading.Refused.Count || reading.Kept != commit.RowsIn + forgotten)
        {
            throw new InvalidOperationException(
                $"Table {reading.Table}: {reading.Rows} rows came in, {reading.Kept} were read, {reading.Refused.Count} refused, {commit.RowsIn} staged, {forgotten} left out. "
                + "The counts must agree; the batch is not committed.");
        }

        return new TableIngest(
            reading.Table,
            reading.IsDelta,
            manifest?.Find(reading.Table)?.From,
            reading.ExtractTo,
            reading.Rows,
            reading.Kept,
            reading.Refused.Count,
            commit.Duplicates,
            commit.Inserted,
            commit.Updated,
            commit.Unchanged,
            commit.Removed + (removal?.Removed ?? 0),
            version,
            removal?.RowsAfter ?? commit.RowsAfter)
        {
            Forgotten = forgotten,
            Reasons = reading.Refused.ByReason,
        };
    }
}
