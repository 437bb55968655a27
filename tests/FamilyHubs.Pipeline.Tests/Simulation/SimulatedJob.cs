namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>A call of the host.</summary>
/// <param name="Kind">What is called.</param>
/// <param name="Blob">The blob that an event tells of.</param>
/// <param name="Tries">How often the host has tried before.</param>
internal sealed record SimulatedJob(JobKind Kind, string? Blob = null, int Tries = 0)
{
    /// <summary>A host gives an event so many tries, then puts it aside.</summary>
    public const int MostTries = 5;

    public override string ToString() => Blob is null ? Kind.ToString() : $"{Kind} {Blob}";
}
