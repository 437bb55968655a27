namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRPersonAtRisk, When being DateAdded; its second state is removed.</summary>
internal sealed class AtRisk : Fact
{
    public required bool Plan { get; init; }

    public required string Reason { get; init; }

    public DateTime? Ended { get; init; }
}
