using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A computed report, or why there is none.</summary>
/// <param name="Report">The report before disclosure control, with the lists that were asked for; null when refused, or known to be unchanged.</param>
/// <param name="Run">Its run; null when refused.</param>
/// <param name="Refusal">A sentence with the remedy; null when computed.</param>
public sealed record MonthlyOutcome(MonthlyReport? Report, RunEntry? Run, string? Refusal)
{
    /// <summary>What the page shows beyond the report.</summary>
    public MonthlyDetails Details { get; init; } = MonthlyDetails.Empty;

    public static MonthlyOutcome Refused(string why) => new(null, null, why);
}
