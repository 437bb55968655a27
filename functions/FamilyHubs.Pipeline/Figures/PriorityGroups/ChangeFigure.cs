namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Memberships of a group now and one week earlier, as reported then.</summary>
public sealed record ChangeFigure(
    string Level,
    string Code,
    string Group,
    int? Current,
    int? Previous,
    int? Difference,
    bool Suppressed = false);
