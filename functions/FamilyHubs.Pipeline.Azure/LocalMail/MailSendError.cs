namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>A fault of a request to <c>/v3/mail/send</c>.</summary>
/// <param name="Message">What is wrong, without the value.</param>
/// <param name="Field">Path of the field, e.g. <c>personalizations.0.to.0.email</c>; null for the whole.</param>
internal sealed record MailSendError(string Message, string? Field);
