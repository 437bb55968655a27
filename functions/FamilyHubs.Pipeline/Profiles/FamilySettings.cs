namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Families most in need (calculations.md 10).</summary>
public sealed record FamilySettings(
    int FirstPerQuadrant,
    int NotReachedDays,
    int ChildUnderYears);
