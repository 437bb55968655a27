namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRPatientAddressHistory; its second state has the day on which it ended.</summary>
internal sealed class Address : Fact
{
    public required Home Home { get; init; }

    public required string Type { get; init; }
}
