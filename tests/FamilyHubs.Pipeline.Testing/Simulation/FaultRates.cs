namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>How rough a simulation is.</summary>
/// <param name="PerCall">Chance that a call goes wrong.</param>
/// <param name="Crashes">Share of the faults that end the process.</param>
/// <param name="Most">Faults in all.</param>
/// <param name="Outage">Chance that a call which the store refuses begins an outage: the next calls are refused too.</param>
/// <param name="PerMail">Chance that the mail service answers anything but "accepted".</param>
public sealed record FaultRates(double PerCall, double Crashes, int Most, double Outage, double PerMail)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultRates None { get; } = new(0, 0, 0, 0, 0);
}
