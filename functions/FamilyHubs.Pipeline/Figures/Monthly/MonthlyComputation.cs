using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A monthly report, what its page shows beyond it, and what was found wrong with the records it was computed from.</summary>
public sealed record MonthlyComputation(MonthlyReport Report, MonthlyDetails Details, IReadOnlyList<Finding> Findings);
