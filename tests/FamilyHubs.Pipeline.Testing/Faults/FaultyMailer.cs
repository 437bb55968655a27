using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>A mail service of which one call goes wrong.</summary>
public sealed class FaultyMailer(IMailer inner, FaultPlan plan) : IMailer
{
    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancel) => plan.CallAsync(() => inner.SendAsync(mail, cancel));
}
