using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>Decides by a seed which calls go wrong, and how.</summary>
public sealed class FaultDice(Random random, FaultRates rates)
{
    private const int LongestOutage = 25;

    private int _left = rates.Most;
    private int _outage;

    /// <summary>False: nothing goes wrong any more.</summary>
    public bool IsOn { get; set; }

    /// <summary>Faults so far.</summary>
    public int Faults { get; private set; }

    /// <summary>What happens at a call; null when it is just done.</summary>
    public FaultKind? Next(CallKind kind)
    {
        if (!IsOn || _left == 0)
        {
            return null;
        }

        if (_outage > 0 && kind != CallKind.Mail)
        {
            _outage--;
            return FaultKind.Failed;
        }

        if (random.NextDouble() >= rates.PerCall)
        {
            return null;
        }

        _left--;
        Faults++;
        return Choose(kind);
    }

    /// <summary>What the mail service answers, and whether it took the mail; null when it accepts it.</summary>
    public (MailResult Result, bool Taken)? NextAnswer()
    {
        if (!IsOn || _left == 0 || random.NextDouble() >= rates.PerMail)
        {
            return null;
        }

        _left--;
        Faults++;
        return random.Next(8) switch
        {
            0 => (new MailResult(MailState.Failed, Reason: "400 refused by the simulation"), false),
            1 => (new MailResult(MailState.Unknown, Reason: "The answer was lost."), true),
            2 => (new MailResult(MailState.Unknown, Reason: "The answer was lost."), false),
            3 => (new MailResult(MailState.Busy, Reason: "503"), false),
            _ => (new MailResult(MailState.Busy, Reason: "429", RetryAfter: TimeSpan.FromSeconds(random.Next(1, 120))), false),
        };
    }

    private FaultKind? Choose(CallKind kind)
    {
        if (kind == CallKind.Mail || random.NextDouble() < rates.Crashes)
        {
            return random.Next(2) == 0 ? FaultKind.CrashBefore : FaultKind.CrashAfter;
        }

        switch (random.Next(kind == CallKind.Conditional ? 4 : 2))
        {
            case 0:
                _outage = random.NextDouble() < rates.Outage ? random.Next(LongestOutage) : 0;
                return FaultKind.Failed;
            case 1:
                return FaultKind.LostAnswer;
            default:
                return FaultKind.ConflictWithItself;
        }
    }
}
