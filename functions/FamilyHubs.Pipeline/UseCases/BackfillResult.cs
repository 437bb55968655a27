using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of one week of a back-fill.</summary>
/// <param name="Week">Week.</param>
/// <param name="RunId">Its run; null when it was not computed.</param>
/// <param name="Refusal">Why it was not published or not mailed; null when it was.</param>
/// <param name="Mails">Its mails; null when none were asked for.</param>
public sealed record BackfillResult(IsoWeek Week, string? RunId, string? Refusal, MailingSummary? Mails)
{
    public bool IsDone => Refusal is null && Mails?.AllAccepted != false;
}
