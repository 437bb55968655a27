namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>A set of groups and the children under five who have it (E19-36).</summary>
/// <param name="Groups">Group codes in ordinal order.</param>
public sealed record CombinationFigure(
    string Level,
    string Code,
    IReadOnlyList<string> Groups,
    int? Children,
    int? Rank,
    bool Suppressed = false);
