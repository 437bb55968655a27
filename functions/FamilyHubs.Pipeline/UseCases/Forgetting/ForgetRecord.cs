using FamilyHubs.Pipeline.Access;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>The audit of one step of forgetting a person, or of letting one come back: written before the step is done, so that none is missing; after an interruption one may stand twice.</summary>
/// <param name="At">When.</param>
/// <param name="Area">Area.</param>
/// <param name="Action"><c>person-forget</c> or <c>person-allow</c>.</param>
/// <param name="Step"><c>begun</c>, <c>removed</c> or <c>done</c>.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Person">HMAC of the record id: the same request has the same.</param>
/// <param name="Organisation">Organisation to which it was limited; null for all.</param>
/// <param name="Removed">What the step removes; null for the first.</param>
public sealed record ForgetRecord(
    DateTimeOffset At, string Area, string Action, string Step, string By, string Reason, string Person, string? Organisation, IReadOnlyList<ForgottenFrom>? Removed)
    : IAuditRecord;
