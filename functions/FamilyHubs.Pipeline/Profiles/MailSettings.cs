namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Sender and texts of the mails; {place} {area} {week} {month} {state} are filled in.</summary>
public sealed record MailSettings(
    string FromName,
    string FromAddress,
    string ReplyTo,
    MailText Weekly,
    MailText Monthly,
    MailText Alert,
    string SuppressionNote);
