using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRReferralAllocation; its second state has ended.</summary>
internal sealed class Allocation : Fact
{
    public required Referral Referral { get; init; }

    public required SampleTeam Team { get; init; }

    public required bool IsKey { get; init; }

    public DateTime? Ended { get; init; }
}
