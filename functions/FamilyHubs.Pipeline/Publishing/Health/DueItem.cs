namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>A piece of work that the calendar asks for and the ledger does not have.</summary>
/// <param name="Work">e.g. <c>Weekly report</c>.</param>
/// <param name="Period">Week or month.</param>
/// <param name="Since">Wall clock of London when it became due; null for what is due as soon as it can be.</param>
/// <param name="Waiting">What it waits for, in a sentence.</param>
/// <param name="Runbook">Section of docs/runbook.md.</param>
public sealed record DueItem(string Work, string Period, DateTime? Since, string Waiting, string Runbook);
