namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A plain count of the month (calculations.md 11).</summary>
public sealed record MonthlyCount(
    string Id,
    string Name,
    string Unit,
    MonthlyCountSource Source,
    string? Seed = null);
