namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>What a host calls: an event of a blob, or the poke of a timer.</summary>
internal enum JobKind
{
    Landed,
    Sweep,
    Weekly,
    Monthly,
    Snapshots,
    Freshness,
    Upkeep,
}
