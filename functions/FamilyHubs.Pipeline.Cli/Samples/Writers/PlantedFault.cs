namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>A fault that was planted, as <c>quarantine list --json</c> must show it (extracts.md 2).</summary>
/// <param name="Line">Line on which the record begins; the header is line 1.</param>
/// <param name="Column">Column at fault; null when the whole record is.</param>
internal sealed record PlantedFault(string Extract, string Table, int Line, string? Column, string Reason);
