namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Why a mail is not sent.</summary>
/// <param name="Part">Where it was found: subject, HTML part, text part, or the number of an attachment.</param>
/// <param name="Reason">A sentence for operations; never holds what was found.</param>
public sealed record MailRefusal(string Part, string Reason);
