using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRImmunisation.</summary>
internal sealed class Immunisation : Fact
{
    public required SampleVaccine Vaccine { get; init; }

    public required int Dose { get; init; }
}
