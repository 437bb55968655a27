using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A computed report, or why there is none.</summary>
/// <param name="Report">The report with its child list, before disclosure control; null when refused.</param>
/// <param name="Run">Its run; null when refused.</param>
/// <param name="Refusal">A sentence with the remedy; null when computed.</param>
public sealed record WeeklyOutcome(WeeklyReport? Report, RunEntry? Run, string? Refusal)
{
    public static WeeklyOutcome Refused(string why) => new(null, null, why);
}
