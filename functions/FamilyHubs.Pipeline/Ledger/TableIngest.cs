namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// What came in for one table of a batch. Rows = Kept + Refused; Kept = Inserted + Updated + Unchanged + Duplicates + Removals,
/// where removals of unknown keys are no-ops (quality.md 2, conservation).
/// </summary>
/// <param name="Table">Table name.</param>
/// <param name="IsDelta">From the manifest.</param>
/// <param name="From">DateExtractFrom of a delta.</param>
/// <param name="To">DateExtractTo.</param>
/// <param name="Rows">Records in the file, the header not counted.</param>
/// <param name="Refused">In quarantine.</param>
/// <param name="Duplicates">Rows superseded by a later row of the same key in the same file.</param>
/// <param name="Removed">Rows that left the table: removals of known keys, and rows a full file no longer holds.</param>
/// <param name="Version">Version of the lake table after the batch.</param>
/// <param name="Total">Rows of the lake table after the batch.</param>
public sealed record TableIngest(
    string Table,
    bool IsDelta,
    DateTime? From,
    DateTime? To,
    long Rows,
    long Kept,
    long Refused,
    long Duplicates,
    long Inserted,
    long Updated,
    long Unchanged,
    long Removed,
    long Version,
    long Total);
