namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Memberships and people of a level (E19-39).</summary>
/// <param name="Level">area, quadrant, district, team, unknown or outside.</param>
/// <param name="Memberships">(person, group) pairs.</param>
/// <param name="People">Persons in at least one group.</param>
/// <param name="Children">Of the people, those under 18 at the reference date.</param>
/// <param name="Adults">Of the people, the others.</param>
/// <param name="ChildMemberships">Of the memberships, those of children.</param>
/// <param name="AdultMemberships">Of the memberships, those of adults.</param>
public sealed record TotalFigure(
    string Level,
    string Code,
    string? Name,
    int? Memberships,
    int? People,
    int? Children,
    int? Adults,
    int? ChildMemberships,
    int? AdultMemberships,
    bool Suppressed = false);
