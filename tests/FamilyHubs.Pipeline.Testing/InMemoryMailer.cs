using System.Globalization;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Testing;

/// <summary>A mail service in memory: takes every mail, unless a test has scripted the next answers. Safe for several threads.</summary>
public sealed class InMemoryMailer : IMailer
{
    private readonly Lock _gate = new();
    private readonly List<Mail> _attempts = [];
    private readonly List<Mail> _taken = [];
    private readonly Queue<(MailResult Result, bool Taken)> _script = [];

    /// <summary>Each mail handed over, in order.</summary>
    public IReadOnlyList<Mail> Attempts
    {
        get { lock (_gate) return [.. _attempts]; }
    }

    /// <summary>Mails that the service took and would deliver, those with a lost answer included.</summary>
    public IReadOnlyList<Mail> Taken
    {
        get { lock (_gate) return [.. _taken]; }
    }

    /// <summary>Answers the next unscripted mail so. A lost answer (<see cref="MailState.Unknown"/>) may hide a mail that was taken.</summary>
    public void AnswerNext(MailResult result, bool taken = false)
    {
        lock (_gate) _script.Enqueue((result, taken || result.State == MailState.Accepted));
    }

    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _attempts.Add(mail);
            var (result, taken) = _script.TryDequeue(out var scripted)
                ? scripted
                : (new MailResult(MailState.Accepted, string.Create(CultureInfo.InvariantCulture, $"memory-{_attempts.Count}")), true);
            if (taken) _taken.Add(mail);
            return Task.FromResult(result);
        }
    }
}
