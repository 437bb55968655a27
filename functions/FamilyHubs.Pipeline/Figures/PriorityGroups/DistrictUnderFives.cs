namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Children under five in three or more groups, by district (E19-41). unknown and outside follow the districts without rank.</summary>
public sealed record DistrictUnderFives(
    string Code,
    string? Name,
    int? Children,
    int? Rank,
    bool Suppressed = false);
