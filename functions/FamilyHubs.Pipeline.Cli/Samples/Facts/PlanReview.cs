namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRCarePlanReview, When being DatePerformed.</summary>
internal sealed class PlanReview : Fact
{
    public required Episode Episode { get; init; }
}
