using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A computed report, or why there is none.</summary>
/// <param name="Report">The report before disclosure control; null when refused.</param>
/// <param name="Run">Its run; null when refused.</param>
/// <param name="Refusal">A sentence with the remedy; null when computed.</param>
public sealed record MonthlyOutcome(MonthlyReport? Report, RunEntry? Run, string? Refusal);
