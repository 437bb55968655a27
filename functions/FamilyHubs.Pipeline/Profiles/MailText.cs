namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Subject and introduction of a kind of mail.</summary>
public sealed record MailText(
    string Subject,
    string? Introduction = null);
