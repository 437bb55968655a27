namespace FamilyHubs.Pipeline.Publishing.Documents;

public sealed record Bullets(IReadOnlyList<string> Items) : Block;
