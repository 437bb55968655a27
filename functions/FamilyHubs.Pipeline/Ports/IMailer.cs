namespace FamilyHubs.Pipeline.Ports;

/// <summary>Hands a mail to the mail service, once: retries belong to the mailing ledger (architecture.md 3.4).</summary>
public interface IMailer
{
    /// <summary>Never throws for what the service answered, or for an answer lost on the way: that is in the result.</summary>
    Task<MailResult> SendAsync(Mail mail, CancellationToken cancel);
}
