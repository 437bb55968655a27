using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.Testing.Simulation;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>What work may end with while stores fail and others interfere: the host tries again. Anything else is a fault of the engine.</summary>
internal static class AllowedFaults
{
    /// <exception cref="SimulationException">Another fault.</exception>
    public static void Check(Exception fault)
    {
        if (fault is AggregateException many)
        {
            foreach (var one in many.InnerExceptions)
            {
                Check(one);
            }
        }
        else if (fault is not (InjectedFaultException or ProcessEndedException or BlobConflictException or BlobNotFoundException or TableConflictException
            or LakeConflictException or OperationCanceledException))
        {
            throw new SimulationException($"Work ended with {fault}");
        }
    }
}
