namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>How much of the product a simulation plays; each includes those before it.</summary>
internal enum SimulatedWork
{
    /// <summary>Events, sweeps, upkeep and the freshness check.</summary>
    Ingest,

    /// <summary>Weekly reports and their mails.</summary>
    Weekly,

    /// <summary>Monthly figures, snapshots and their mails.</summary>
    Monthly,
}
