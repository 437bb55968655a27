namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>What came in for one table. Rows = Kept + Refused; Kept = Inserted + Updated + Unchanged + Duplicates + removals + Forgotten.</summary>
/// <param name="Table">Table.</param>
/// <param name="IsDelta">Changes rather than a full copy.</param>
/// <param name="Rows">Records in the file.</param>
/// <param name="Kept">Read.</param>
/// <param name="Refused">In quarantine.</param>
/// <param name="Reasons">Refused rows by reason.</param>
/// <param name="Duplicates">Rows that a later row of the same key replaced.</param>
/// <param name="Inserted">New in the lake.</param>
/// <param name="Updated">Changed in the lake.</param>
/// <param name="Unchanged">In the lake already, alike.</param>
/// <param name="Removed">Rows that left the lake.</param>
/// <param name="Forgotten">Rows of forgotten people, left out.</param>
/// <param name="Total">Rows of the lake table afterwards; null when the batch was not taken.</param>
/// <param name="UsualRows">Average rows of the last files of the same kind; null for the first.</param>
public sealed record TableQuality(
    string Table,
    bool IsDelta,
    long Rows,
    long Kept,
    long Refused,
    IReadOnlyDictionary<string, long> Reasons,
    long Duplicates,
    long Inserted,
    long Updated,
    long Unchanged,
    long Removed,
    long Forgotten,
    long? Total,
    double? UsualRows);
