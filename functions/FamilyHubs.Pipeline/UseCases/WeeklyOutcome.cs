using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A computed report, or why there is none, or why it must not be published.</summary>
/// <param name="Report">The report with its child list, before disclosure control; null when it was not computed.</param>
/// <param name="Run">Its run; null when it was not computed, and refused when the disclosure check found an exposed cell.</param>
/// <param name="Refusal">A sentence with the remedy; null when nothing was refused.</param>
public sealed record WeeklyOutcome(WeeklyReport? Report, RunEntry? Run, string? Refusal)
{
    /// <summary>The report of the week before that this one is compared with; null when there is none.</summary>
    public WeeklyReport? PreviousWeek { get; init; }

    public static WeeklyOutcome Refused(string why) => new(null, null, why);

    /// <summary>The sentence for figures that cannot be protected. Codes of places and groups stand in it, no figure.</summary>
    public static string Exposed(IsoWeek week, InvalidOperationException exposed) =>
        $"The disclosure check refuses the report of {week}: {exposed.Message} Nothing of it is published or mailed.";
}
