using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRSafeguardingCases with its person in SRSafeguardingPersonAtRisk; its second state is closed.</summary>
internal sealed class SafeguardingCase : Fact
{
    public required SampleTeam Team { get; init; }

    public DateTime? Closed { get; init; }
}
