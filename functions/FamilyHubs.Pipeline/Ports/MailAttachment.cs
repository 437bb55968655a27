namespace FamilyHubs.Pipeline.Ports;

/// <param name="FileName">Name shown to the reader.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="ContentId">For an image shown in the HTML part by <c>cid:</c>; null for a file to save.</param>
public sealed record MailAttachment(string FileName, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);
