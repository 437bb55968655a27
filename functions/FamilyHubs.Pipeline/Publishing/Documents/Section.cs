namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <param name="Id">Anchor of the section, unique in the document.</param>
public sealed record Section(string Id, string Heading, IReadOnlyList<Block> Blocks);
