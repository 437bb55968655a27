namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRPatientGroups; its second state is removed.</summary>
internal sealed class Membership : Fact
{
    public required string Name { get; init; }

    public DateTime? Ended { get; init; }
}
