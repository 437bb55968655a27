namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>One line of a manifest.</summary>
/// <param name="Table">Name of the table, which is its file's name without ending.</param>
/// <param name="IsDelta">The file holds changes; otherwise the full history.</param>
/// <param name="IsReference">The table is reference data.</param>
/// <param name="From">Beginning of the changes; null in a full file.</param>
/// <param name="To">Moment up to which the file was drawn; null for the few tables that have none.</param>
public sealed record ManifestEntry(string Table, bool IsDelta, bool IsReference, DateTime? From, DateTime? To);
