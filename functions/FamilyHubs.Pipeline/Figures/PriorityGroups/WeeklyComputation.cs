using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>A weekly report and what was found wrong with the records it was computed from.</summary>
public sealed record WeeklyComputation(WeeklyReport Report, IReadOnlyList<Finding> Findings);
