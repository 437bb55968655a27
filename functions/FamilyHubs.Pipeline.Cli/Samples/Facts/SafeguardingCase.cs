namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRSafeguardingCases with its person in SRSafeguardingPersonAtRisk; its second state is closed.</summary>
internal sealed class SafeguardingCase : Fact
{
    public required long PersonRowId { get; init; }

    public required SampleTeam Team { get; init; }

    public DateTime? Closed { get; init; }
}
