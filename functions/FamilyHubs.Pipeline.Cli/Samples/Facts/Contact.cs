namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SREvent with When set.</summary>
internal sealed class Contact : Fact
{
    public string? Mode { get; init; }

    public string? Location { get; init; }

    public Referral? Referral { get; init; }

    /// <summary>It came about, and by a meaningful mode.</summary>
    public required bool IsReach { get; init; }

    /// <summary>The priority-group form was filled in.</summary>
    public required bool Ascertained { get; init; }

    /// <summary>Option of EventDetails; null: no SRActivityEvent.</summary>
    public string? Activity { get; init; }

    public int Minutes { get; init; }
}
