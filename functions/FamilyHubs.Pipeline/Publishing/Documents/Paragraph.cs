namespace FamilyHubs.Pipeline.Publishing.Documents;

public sealed record Paragraph(string Text) : Block;
