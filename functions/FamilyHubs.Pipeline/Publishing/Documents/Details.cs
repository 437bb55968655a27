namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>Blocks that a page shows on request.</summary>
public sealed record Details(string Summary, IReadOnlyList<Block> Blocks) : Block;
