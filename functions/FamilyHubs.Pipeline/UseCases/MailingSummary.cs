using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of the mails of a report.</summary>
/// <param name="Mails">One entry a recipient, as it stands now.</param>
/// <param name="NewlyHandedOver">Mails handed to the mail service just now.</param>
/// <param name="Refusal">Why nothing was sent; null when the report could be sent.</param>
public sealed record MailingSummary(IReadOnlyList<MailingEntry> Mails, int NewlyHandedOver, string? Refusal = null)
{
    public bool AllAccepted => Refusal is null && Mails.All(m => m.State == MailingState.Accepted);

    /// <summary>Nothing is left to be sent by itself.</summary>
    public bool IsSettled => Refusal is null && Mails.All(m => m.State is not (MailingState.Pending or MailingState.Sending));

    public int Count(MailingState state) => Mails.Count(m => m.State == state);
}
