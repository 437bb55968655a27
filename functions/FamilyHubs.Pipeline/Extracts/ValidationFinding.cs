namespace FamilyHubs.Pipeline.Extracts;

/// <summary>Something that the check of a batch or file found. Never holds the content of a cell.</summary>
/// <param name="Severity">How grave.</param>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Table">Table or file; null for the whole batch.</param>
/// <param name="Line">Physical line on which the record begins, the header being 1; null where none is meant.</param>
/// <param name="Column">Column; null where none is meant.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record ValidationFinding(
    Severity Severity, string Code, string? Table, long? Line, string? Column, string Message, string Remedy);
