namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A part of a section: what it says, apart from how a mail, a page or plain text shows it.</summary>
public abstract record Block;
