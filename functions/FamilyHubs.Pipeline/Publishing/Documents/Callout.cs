namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A box that asks for attention.</summary>
public sealed record Callout(string Heading, IReadOnlyList<string> Lines) : Block;
