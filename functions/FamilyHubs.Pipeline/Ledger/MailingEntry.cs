namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The ledger's record of one (report, period, recipient).</summary>
/// <param name="Area">Area.</param>
/// <param name="Report"><c>weekly</c>, <c>monthly</c> or <c>alert</c>.</param>
/// <param name="Period">Week, month or alert key.</param>
/// <param name="Recipient">E-mail address, lower case.</param>
public sealed record MailingEntry(string Area, string Report, string Period, string Recipient, MailingState State, DateTimeOffset UpdatedAt)
{
    public string? MessageId { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    /// <summary>Times it was handed over.</summary>
    public int Attempts { get; init; }

    public string? ETag { get; init; }

    /// <summary>Sent along with the mail, so that both sides can be compared.</summary>
    public string Key => $"{Area}/{Report}/{Period}/{Recipient}";
}
