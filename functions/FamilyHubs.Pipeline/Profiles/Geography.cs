namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The levels of the area.</summary>
public sealed record Geography(
    NamedCode Area,
    IReadOnlyList<Quadrant> Quadrants,
    IReadOnlyList<TeamDefinition> Teams,
    bool Sample = false);
