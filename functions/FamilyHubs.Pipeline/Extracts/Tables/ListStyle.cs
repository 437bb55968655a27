namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>How a list column carries its options: numbers in one customer's extract, texts in another's (extracts.md 2).</summary>
/// <param name="Column">The column.</param>
/// <param name="Numbers">Cells that are whole numbers.</param>
/// <param name="Texts">Other cells.</param>
public sealed record ListStyle(string Column, long Numbers, long Texts);
