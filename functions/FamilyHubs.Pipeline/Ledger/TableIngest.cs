namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// What came in for one table of a batch. Rows = Kept + Refused; Kept = Inserted + Updated + Unchanged + Duplicates + Removals + Forgotten,
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
/// <param name="Total">Rows of the lake table after the batch; without those of people forgotten since.</param>
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
    long Total)
{
    /// <summary>Kept rows of people who have been forgotten: read, and left out of the lake.</summary>
    public long Forgotten { get; init; }

    /// <summary>Refused rows of which a corrected copy has been put through since, or been found superseded.</summary>
    public long Replayed { get; init; }

    /// <summary>Refused rows by reason.</summary>
    public IReadOnlyDictionary<string, long> Reasons { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}
