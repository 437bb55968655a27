namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRCarePlanDetail with its SRGoal; its second state has ended.</summary>
internal sealed class Episode : Fact
{
    public required string Plan { get; init; }

    public Referral? Referral { get; init; }

    public DateTime? Ended { get; init; }

    /// <summary>Wording of the outcome at the end.</summary>
    public string? Outcome { get; init; }

    /// <summary>The plan carries the outcome itself; else its review does.</summary>
    public required bool OutcomeOnPlan { get; init; }

    /// <summary>DateDiscontinued is filled at the end.</summary>
    public required bool Discontinued { get; init; }
}
