namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A heading within a section.</summary>
public sealed record SubHeading(string Text) : Block;
