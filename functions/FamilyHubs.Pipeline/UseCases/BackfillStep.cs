namespace FamilyHubs.Pipeline.UseCases;

/// <summary>One period of a back-fill's plan.</summary>
/// <typeparam name="TPeriod">Week or month.</typeparam>
/// <param name="Period">Week or month.</param>
/// <param name="State">How it stands.</param>
/// <param name="RunId">Run that readers see; null when there is none.</param>
/// <param name="Reason">Why the last computation was refused.</param>
/// <param name="IsDue">It is to be done; false for what <c>--only-failed</c> leaves out.</param>
public sealed record BackfillStep<TPeriod>(TPeriod Period, BackfillState State, string? RunId, string? Reason, bool IsDue);
