namespace FamilyHubs.Pipeline.Publishing.Documents;

public sealed record DocumentLink(Uri Address, string Text);
