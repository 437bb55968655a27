using FamilyHubs.Pipeline.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A weekly report and what is shown of it.</summary>
public sealed record WeeklyPublication(WeeklyReport Computed, WeeklyReport Published);
