namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRReferralIn; its second state is discharged.</summary>
internal sealed class Referral : Fact
{
    public required string Reason { get; init; }

    public required string Source { get; init; }

    public DateTime? Discharged { get; init; }
}
