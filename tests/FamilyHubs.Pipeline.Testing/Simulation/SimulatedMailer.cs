using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>The mail service as a process of the simulation reaches it: accepts, refuses, is busy, or its answer is lost.</summary>
internal sealed class SimulatedMailer(SimulatedProcess process, InMemoryMailer inner, FaultDice dice) : IMailer
{
    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancel) => process.CallAsync(CallKind.Mail, new("send", "mail", mail.Key), async () =>
    {
        if (dice.NextAnswer() is not { } answer)
        {
            return await inner.SendAsync(mail, cancel).ConfigureAwait(false);
        }

        if (answer.Taken)
        {
            await inner.SendAsync(mail, cancel).ConfigureAwait(false);
        }

        return answer.Result;
    });
}
