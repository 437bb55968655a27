namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRVisit or SRAppointment; its second state has the final status.</summary>
internal sealed class Booking : Fact
{
    public required bool IsVisit { get; init; }

    public required DateTime Due { get; init; }

    public required string FirstStatus { get; init; }

    public required string FinalStatus { get; init; }

    public required int Minutes { get; init; }

    public Referral? Referral { get; init; }

    /// <summary>Tied to it by SREventLink; null when nothing was recorded of it.</summary>
    public Contact? Contact { get; init; }
}
