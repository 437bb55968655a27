namespace FamilyHubs.Pipeline.Profiles;

/// <summary>How the four levels are called in this area.</summary>
public sealed record LevelNames(
    string Area,
    string Quadrant,
    string District,
    string Team);
