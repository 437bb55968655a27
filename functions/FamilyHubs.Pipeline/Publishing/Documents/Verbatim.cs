namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>Somebody else's words, shown as they were written, line by line.</summary>
public sealed record Verbatim(string Text) : Block;
