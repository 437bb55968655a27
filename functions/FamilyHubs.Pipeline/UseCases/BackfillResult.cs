namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of one period of a back-fill.</summary>
/// <typeparam name="TPeriod">Week or month.</typeparam>
/// <param name="Period">Week or month.</param>
/// <param name="RunId">Its run; null when it was not computed.</param>
/// <param name="Refusal">Why it was not published or not mailed; null when it was.</param>
/// <param name="Mails">Its mails; null when none were asked for.</param>
public sealed record BackfillResult<TPeriod>(TPeriod Period, string? RunId, string? Refusal, MailingSummary? Mails = null)
{
    public bool IsDone => Refusal is null && Mails?.AllAccepted != false;
}
