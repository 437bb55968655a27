namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Code">Reason code (extracts.md 1 and 2).</param>
/// <param name="Table">Table; null for the whole batch.</param>
/// <param name="Column">Column; null where none is meant.</param>
/// <param name="Message">What was found, in a sentence.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FindingQuality(string Severity, string Code, string? Table, string? Column, string Message, string Remedy);
