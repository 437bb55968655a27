namespace FamilyHubs.Pipeline.Ports;

/// <param name="State">What is known.</param>
/// <param name="MessageId">The service's id of an accepted mail.</param>
/// <param name="Reason">Status and reason in words; never holds the mail's content.</param>
/// <param name="RetryAfter">How long the service asks to wait; set for <see cref="MailState.Busy"/>.</param>
public sealed record MailResult(MailState State, string? MessageId = null, string? Reason = null, TimeSpan? RetryAfter = null);
