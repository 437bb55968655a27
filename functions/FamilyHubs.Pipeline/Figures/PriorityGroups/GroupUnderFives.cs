namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>How many of the children under five in three or more groups are in each group (E19-42).</summary>
public sealed record GroupUnderFives(
    string Level,
    string Code,
    string Group,
    string Name,
    int? Children,
    int? Rank,
    bool Suppressed = false);
