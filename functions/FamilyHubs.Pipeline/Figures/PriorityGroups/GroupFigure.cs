namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>A group at a level (E19-40).</summary>
/// <param name="Rank">Competition rank by memberships within the level and code; null when none, suppressed, or level unknown or outside.</param>
public sealed record GroupFigure(
    string Level,
    string Code,
    string Group,
    string Name,
    int? Memberships,
    int? Children,
    int? Adults,
    int? Rank,
    bool Suppressed = false);
