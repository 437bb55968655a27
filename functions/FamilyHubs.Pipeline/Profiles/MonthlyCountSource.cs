namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Where a count of the month comes from.</summary>
public sealed record MonthlyCountSource(
    string Kind,
    IReadOnlyList<string>? Names = null,
    string? Role = null,
    string? Tier = null,
    string? Indicator = null);
